"""The words of one language by which documents are read.

A language is a value: to read documents in another, write another. Words stand as documents print them; patterns that
are built of them belong to the code that uses them.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PartWords:
    """What the parts of a document are called where one begins, as printed: `Annex`, `Guideline`.

    `draft` stands before the name of a part that is proposed; `texts` are resolutions and decisions, `provisions` what
    is numbered within a text (articles, rules).
    """

    draft: str = ""
    annexes: tuple[str, ...] = ()
    appendices: tuple[str, ...] = ()
    enclosures: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    guidelines: tuple[str, ...] = ()
    conclusions: tuple[str, ...] = ()
    provisions: tuple[str, ...] = ()
    recommendations: tuple[str, ...] = ()
    commentaries: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    chapters: tuple[str, ...] = ()
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MastheadWords:
    """What stands above a document's text.

    `organs` are the nouns that organs are called by, `papers` kinds of documents that name their author (`Note by`),
    `issued` what stands between the two, `authored` what leads to the author, `authors` offices that write papers,
    `not_organs` words that show that a line with an organ's name names something else; `adopted` words of the line that
    says who adopted a text, when; `distribution` opens the label of who gets the document, `labels` are
    whole lines that say nothing of a document, `languages` the names of languages by ISO 639-1 code of the language
    that calls them so.
    """

    organs: tuple[str, ...] = ()
    not_organs: tuple[str, ...] = ()
    not_in_organs: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    issued: tuple[str, ...] = ()
    authored: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    sub_titles: tuple[str, ...] = ()
    sessions: tuple[str, ...] = ()
    agendas: tuple[str, ...] = ()
    adopted: tuple[str, ...] = ()
    distribution: str = ""
    labels: tuple[str, ...] = ()
    original: tuple[str, ...] = ()
    languages: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class ResolutionWords:
    """How resolutions are worded.

    `article` begins an organ's name where it speaks (`The General Assembly,`), `linking` words stand inside such names.
    A preambular paragraph begins with a word that has one of `participle_endings` or is one of `participles`, after
    adverbs: those with `adverb_ending` and those in `adverbs`.
    """

    article: str = ""
    linking: tuple[str, ...] = ()
    participle_endings: tuple[str, ...] = ()
    participles: tuple[str, ...] = ()
    adverb_ending: str = ""
    adverbs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SpeakerWords:
    """How records name a speaker: by a title before the name (`Mr.`) or by an office (`The Acting President`)."""

    article: str = ""
    titles: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaptionWords:
    """What tables, figures and boxes are called in their captions (`Table 1`, `Figure II`)."""

    tables: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    boxes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionPatterns:
    """How questions are put. Patterns are regular expressions, read without regard to case unless they say otherwise.

    `asked` are patterns by the kind of thing that a question asks for (`money`, `date`), the first that matches
    decides; `held` what a sentence has that holds such a thing, with their own flags; `not_a_count` figures that count
    nothing. `notes_wanted` pairs what asks for a footnote with what that footnote has, which is read with regard to
    case. `joint` parts the questions in a question, `opening` is how each begins. `asks_for_text` are the words that
    are left of a question for a passage once the place is taken out (`what does … say`), `comparing_words` a word left
    of one that compares; `headed` has the group `title`, words of a heading, and `matter` the group `matter`, what a
    question wants to know of a place. `compares` sets things side by side, `compares_versions` only where `versions`
    are spoken of. `publications` are what documents are called when not by name, `not_in_names` words that no name of
    one has. `also_english` are words that the language shares with others and that lists of its words leave out.
    """

    asked: tuple[tuple[str, str], ...]
    held: tuple[tuple[str, str], ...]
    not_a_count: str
    notes_wanted: tuple[tuple[str, str], ...]
    joint: str
    opening: str
    asks_for_text: frozenset[str]
    headed: str
    matter: str
    comparing_words: str
    compares: str
    compares_versions: str
    versions: str
    publications: frozenset[str]
    not_in_names: frozenset[str]
    also_english: frozenset[str]


@dataclass(frozen=True, slots=True)
class Language:
    """One language; `code` is ISO 639-1.

    `months` are the twelve in order; `numbers` the words for one, two and so on, `ordinals` those for first, second
    and so on; `joining` the words between the last two entries of a list; `hanging` those after a hyphen that stands
    for a word still to come (`pre- and post-conflict`); `first_headings` what the first heading of a text is called
    where it has no number; `agenda` what a list of items to be considered is called; `contents` what a table of
    contents is called, `contents_columns` its columns.
    """

    code: str
    months: tuple[str, ...]
    questions: QuestionPatterns
    numbers: tuple[str, ...] = ()
    ordinals: tuple[str, ...] = ()
    joining: tuple[str, ...] = ()
    hanging: tuple[str, ...] = ()
    first_headings: tuple[str, ...] = ()
    agenda: str = ""
    contents: tuple[str, ...] = ()
    contents_columns: tuple[str, ...] = ()
    parts: PartWords = PartWords()
    masthead: MastheadWords = MastheadWords()
    resolutions: ResolutionWords = ResolutionWords()
    speakers: SpeakerWords = SpeakerWords()
    captions: CaptionWords = CaptionWords()
