"""The words of one language by which documents are read.

A language is a value: to read documents in another, write another. Words stand as documents print them; patterns that
are built of them belong to the code that uses them.
"""

from dataclasses import dataclass, field

from index.language.sayings import DraftPatterns
from index.locator import Label


@dataclass(frozen=True, slots=True)
class PartWords:
    """What the parts of a document are called where one begins, as printed: `Annex`, `Guideline`.

    `draft` stands before the name of a part that is proposed; `texts` are resolutions and decisions, `provisions` what
    is numbered within a text, `rules` what its articles may hold, `notes` those to accounts, `comments` a committee's.
    """

    draft: str = ""
    annexes: tuple[str, ...] = ()
    appendices: tuple[str, ...] = ()
    enclosures: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    guidelines: tuple[str, ...] = ()
    conclusions: tuple[str, ...] = ()
    provisions: tuple[str, ...] = ()
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

    `organs` are nouns for organs, `papers` kinds of documents by an author (`Note by`), `issued` what stands between
    the two, `authored` what leads to the author, `authors` offices, `not_organs` words of lines that name something
    else; `adopted` words of the line on adoption; `distribution` opens the label of who gets it, `labels` are lines
    that say nothing more, `languages` the names of languages by ISO 639-1 code of the one that uses them.
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
    judgments: tuple[str, ...] = ()
    distribution: str = ""
    labels: tuple[str, ...] = ()
    original: tuple[str, ...] = ()
    languages: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class ResolutionWords:
    """How resolutions are worded: `article` begins an organ's name (`The General Assembly,`), `linking` words go on.

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
    """How records name a speaker: by a title (`Mr.`) or an office; a time stands after `begun` and `ended`."""

    article: str = ""
    titles: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    begun: tuple[str, ...] = ()
    ended: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaptionWords:
    """What tables, figures and boxes are called in captions (`Table 1`); `notes` begin what stands below them."""

    tables: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    boxes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionPatterns:
    """How questions are put. Patterns are regular expressions, read without regard to case unless they say otherwise.

    `asked` are patterns by the kind of thing that a question asks for (`money`, `date`), the first that matches
    decides; `held` what a sentence has that holds such a thing, with their own flags; `not_a_count` figures that count
    nothing, `counted` has the group `things`, what is to be counted. `notes_wanted` pairs what asks for a footnote with
    what that footnote has, which is read with regard to case. `joint` parts the questions in a question, `opening` is
    how each begins; `contracted` has a question word in group 1 that `is` is joined to. `asks_for_text` are the words
    left of a question for a passage without its place (`what does … say`), `comparing_words` a word left of one that
    compares; `headed` has the group `title`, words of a heading, and `matter` the group `matter`, what is asked of a
    place. `compares` sets things side by side, `compares_versions` only where `versions` are spoken of. `as_source`
    stands before a symbol that the answer is wanted from, `as_speaker` after one that is asked what it says.
    `publications` are what documents are called if not by name, `not_in_names` words that no name of one has.
    `resolutions_typed` pairs how resolutions are named in a hurry with how they are called, `several_resolutions` has
    the groups `one`, what each is called, and `numbers`. `also_english` are words of other languages too, in no list.
    """

    asked: tuple[tuple[str, str], ...]
    held: tuple[tuple[str, str], ...]
    not_a_count: str
    counted: str
    notes_wanted: tuple[tuple[str, str], ...]
    joint: str
    opening: str
    contracted: str
    asks_for_text: frozenset[str]
    headed: str
    matter: str
    comparing_words: str
    compares: str
    compares_versions: str
    versions: str
    as_source: str
    as_speaker: str
    publications: frozenset[str]
    not_in_names: frozenset[str]
    resolutions_typed: tuple[tuple[str, str], ...]
    several_resolutions: str
    also_english: frozenset[str]


@dataclass(frozen=True, slots=True)
class CheckPatterns:
    """What of a question must be found again in an answer, and what need not.

    `countries` are the names of each country, what its people are called among them; `not_countries` names that a
    country's stands in; `languages` is a people's name where it is that of a language (`in French`). `tens` are the
    words for 20, 30 and so on, `ordinal_teens` those for the 13th to the 19th, `ordinal_tens` for the 20th, 30th,
    `magnitudes` words that multiply, with their power of ten. `events` are numbered by ordinals (`twelfth session`) and
    meant by them, all of `numbered` may be; `bounds` stand before a year that no text needs to repeat (`after 2012`),
    `titles` before a person's name, `particles` in one. `regions` are parts of the world and their people,
    `generic_names` other capitalised words that name nothing, `generic_acronyms` such short forms. `small_words` have
    no letter in a short form, which `prefix` may begin; `short_forms` are those that texts spell out alone.
    """

    countries: tuple[tuple[str, ...], ...] = ()
    not_countries: tuple[str, ...] = ()
    tens: tuple[str, ...] = ()
    ordinal_tens: tuple[str, ...] = ()
    ordinal_teens: tuple[str, ...] = ()
    magnitudes: tuple[tuple[str, int], ...] = ()
    events: str = ""
    numbered: str = ""
    bounds: str = ""
    titles: str = ""
    particles: str = ""
    generic_names: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    generic_acronyms: frozenset[str] = frozenset()
    languages: str = ""
    small_words: frozenset[str] = frozenset()
    prefix: str = ""
    short_forms: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class IntentPatterns:
    """How a question says what it wants. Patterns are regular expressions read without regard to case.

    `summary` asks for the gist of a document, whose name taken out leaves `summary_words`, `overview` of the `theme`,
    `name_alone` is what such a name taken out leaves of a question that has nothing else; `change` asks what became
    different, `search` for every place that has the group `words`, `definition` what is meant by a term, `about` what
    there is to ask, or greets. `summaries` are headings of a document's own summary, `formal` begins one of routine.
    """

    summary: str = ""
    summary_words: frozenset[str] = frozenset()
    name_alone: str = ""
    overview: str = ""
    change: str = ""
    search: str = ""
    definition: str = ""
    about: str = ""
    summaries: tuple[str, ...] = ()
    formal: str = "(?!)"


@dataclass(frozen=True, slots=True)
class ReferencePatterns:
    """How a running text names places. All are regular expressions read without regard to case, or words for them.

    `paragraph`, `paragraphs`, `sub_item`, `points` stand before numbers, `number` between (`no.`); `unnumbered`,
    `operative`, `preambular` before a paragraph, the short ones before its number alone (`OP 5`). `of`, `to`, `on` lead
    from a place to what it is in, `filler` are words between. `numbered_after` are the words after a number that counts
    no things (`paragraph 12 and 14 say`). `own_documents` are what a document of the corpus is called, `kinds` names of
    parts, `draft_kinds` those that are parts only as drafts, `qualifiers` what makes no difference in a part's name.
    `asking` stands before a part that is asked for (`in which annex`), `annexed` for the annex (`declaration annexed`),
    `commentary` for a part that is on another. `labelled` are words before numbers of their own, by the label of a
    locator; `sections` the words for headings. `organs` are name, pattern, and what the symbols of their resolutions
    and of their decisions begin with; `instruments` are conventions and the like, with what stands around their names,
    `instruments_said` the same in small letters after `said`; `declaring` a text that is not named. `ibid` refers to
    what was cited before, `own_text` follows a place in the text (`para. 67 below`), `several_texts` precede numbers.
    """

    paragraph: str
    paragraphs: str
    sub_item: str
    number: str
    unnumbered: str
    operative: str
    preambular: str
    operative_short: str
    preambular_short: str
    points: str
    of: str
    to: str
    on: str
    conjunction: str
    through: str
    numbered_after: tuple[str, ...]
    filler: str
    own_documents: str
    pages: str
    labelled: tuple[tuple[Label, str], ...]
    kinds: tuple[str, ...]
    draft_kinds: tuple[str, ...]
    qualifiers: str
    revised: str
    asking: str
    annexed: str
    commentary: str
    sections: tuple[tuple[str, str], ...]
    subsection: str
    not_of_a_section: str
    agenda: str
    footnotes: str
    organs: tuple[tuple[str, str, str, str], ...]
    other_organs: str
    resolution: str
    decision: str
    provisions: str
    instruments: str
    instruments_before: str
    instruments_after: str
    instruments_said: str
    short_instruments: str
    said: str
    declaring: str
    ibid: str
    own_text: str
    several_texts: str


@dataclass(frozen=True, slots=True)
class Language:
    """One language; `code` is ISO 639-1.

    `months` are the twelve in order; `numbers` the words for one, two …, `ordinals` for first, second …; `joining` the
    words between the last two entries of a list; `hanging` those after a hyphen in place of a word (`pre- and
    post-conflict`); `first_headings` what the first heading of a text is called where it has no number; `agenda` and
    `contents` what such lists are called, `contents_columns` columns of the latter; `signed` stands before a name.
    """

    code: str
    months: tuple[str, ...]
    questions: QuestionPatterns
    references: ReferencePatterns
    checks: CheckPatterns = CheckPatterns()
    intents: IntentPatterns = IntentPatterns()
    drafts: DraftPatterns = field(default_factory=DraftPatterns)
    numbers: tuple[str, ...] = ()
    ordinals: tuple[str, ...] = ()
    joining: tuple[str, ...] = ()
    hanging: tuple[str, ...] = ()
    first_headings: tuple[str, ...] = ()
    agenda: str = ""
    contents: tuple[str, ...] = ()
    contents_columns: tuple[str, ...] = ()
    signed: tuple[str, ...] = ()
    parts: PartWords = PartWords()
    masthead: MastheadWords = MastheadWords()
    resolutions: ResolutionWords = ResolutionWords()
    speakers: SpeakerWords = SpeakerWords()
    captions: CaptionWords = CaptionWords()
