"""The words of one language by which documents are read, and that language as a whole.

A language is a value: to read documents in another, write another. Words stand as documents print them; patterns that
are built of them belong to the code that uses them.
"""

from dataclasses import dataclass, field

from index.language.patterns import CheckPatterns, IntentPatterns, QuestionPatterns, ReferencePatterns
from index.language.sayings import DraftPatterns


@dataclass(frozen=True, slots=True)
class PartWords:
    """What the parts of a document are called where one begins, as printed: `Annex`, `Guideline`.

    `draft` stands before the name of a part that is proposed; `texts` are resolutions and decisions, `provisions` what
    is numbered within a text (articles, rules), `rules` those of them that articles may hold. `instruments` are texts
    with articles of their own. `notes` are those to financial statements, `comments` what a committee numbers of its
    own and compilations hold.
    """

    draft: str = ""
    annexes: tuple[str, ...] = ()
    appendices: tuple[str, ...] = ()
    enclosures: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    guidelines: tuple[str, ...] = ()
    conclusions: tuple[str, ...] = ()
    provisions: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    recommendations: tuple[str, ...] = ()
    commentaries: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    chapters: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MastheadWords:
    """What stands above a document's text.

    `organs` are the nouns that organs are called by, `papers` kinds of documents that name their author (`Note by`),
    `issued` what stands between the two, `authored` what leads to the author, `authors` offices that write papers,
    `not_organs` words that show that a line with an organ's name names something else; `submitted` leads
    from the author to the occasion, `subject` to the title, with a colon; `adopted` words of the line that
    says who adopted a text, when, `adopted_on` a pattern of what stands before the day alone, `held` those
    before the place of a meeting; `judgments` stand before a judgment's number; `distribution` opens the label
    of who gets the document, `labels` are whole lines that say nothing of a
    document, `languages` the names of languages by ISO 639-1 code of the language that calls them so.
    """

    organs: tuple[str, ...] = ()
    not_organs: tuple[str, ...] = ()
    not_in_organs: tuple[str, ...] = ()
    submitted: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    issued: tuple[str, ...] = ()
    authored: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    sub_titles: tuple[str, ...] = ()
    sessions: tuple[str, ...] = ()
    agendas: tuple[str, ...] = ()
    adopted: tuple[str, ...] = ()
    adopted_on: str = r"(?!)"
    held: tuple[str, ...] = ()
    judgments: tuple[str, ...] = ()
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
    """How records name a speaker: by a title before the name (`Mr.`) or by an office (`The Acting President`).

    A time stands after the words `begun` and `ended`, with which a record says that the meeting does.
    """

    article: str = ""
    titles: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    begun: tuple[str, ...] = ()
    ended: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaptionWords:
    """What tables, figures and boxes are called in their captions (`Table 1`, `Figure II`).

    `notes` begin what stands below them (`Source:`); `continued` ends the caption of one that began above, in brackets.
    """

    tables: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    boxes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    continued: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Language:
    """One language; `code` is ISO 639-1.

    `months` are the twelve in order; `numbers` the words for one, two and so on, `ordinals` those for first, second
    and so on; `joining` the words between the last two entries of a list; `hanging` those after a hyphen that stands
    for a word still to come (`pre- and post-conflict`); `first_headings` what the first heading of a text is called
    where it has no number; `agenda` what a list of items to be considered is called; `contents` what a table of
    contents is called, `contents_columns` its columns; `letters` are how letters begin, `signed` stands before the name
    of who signed.
    """

    code: str
    months: tuple[str, ...]
    questions: QuestionPatterns
    references: ReferencePatterns
    checks: CheckPatterns = field(default_factory=CheckPatterns)
    intents: IntentPatterns = field(default_factory=IntentPatterns)
    drafts: DraftPatterns = field(default_factory=DraftPatterns)
    numbers: tuple[str, ...] = ()
    ordinals: tuple[str, ...] = ()
    joining: tuple[str, ...] = ()
    hanging: tuple[str, ...] = ()
    first_headings: tuple[str, ...] = ()
    agenda: str = ""
    contents: tuple[str, ...] = ()
    contents_columns: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    signed: tuple[str, ...] = ()
    parts: PartWords = field(default_factory=PartWords)
    masthead: MastheadWords = field(default_factory=MastheadWords)
    resolutions: ResolutionWords = field(default_factory=ResolutionWords)
    speakers: SpeakerWords = field(default_factory=SpeakerWords)
    captions: CaptionWords = field(default_factory=CaptionWords)
