"""The patterns of one language for questions and what they are held against: checks, intents, references."""

from dataclasses import dataclass

from index.locator import Label


@dataclass(frozen=True, slots=True)
class QuestionPatterns:
    """How questions are put. Patterns are regular expressions, read without regard to case unless they say otherwise.

    `asked` are patterns by the kind of thing that a question asks for (`money`, `date`), the first that matches
    decides; `held` what a sentence has that holds such a thing, with their own flags; `ends_asked` asks when something
    ends, `ends_held`, with the group `date`, is what a sentence has that says it; `not_a_count` figures that count
    nothing, `counted` has the group `things`, words that say what is to be counted. `notes_wanted` pairs what asks for
    a footnote with what that footnote has, which is read with regard to case. `joint` parts the questions in a
    question, `opening` is how each begins, `wanted` how one without an asking word does, `auxiliary` the verb that
    stands before its subject, `together` what is asked of several subjects as one, `pointing_back` words that stand for
    what was named before, `of_something` what leads to whose thing is asked for, `as_well_as` from one of these to the
    next; `contracted` has a question word in group 1 that `is` is joined to. `asks_for_text` are the words that are
    left of a question for a passage once the place is taken out (`what does … say`), `counting_words` those that ask
    for a figure, `comparing_words` a word left of one that compares; `headed` has the group `title`, words of a
    heading, and `matter` the group `matter`, what a question wants to know of a place. `extremes` are what has most of
    something, or least, or whether all have it, `in_shares` what says that figures are shares. `compares` sets things
    side by side, `compares_versions` only where `versions` are spoken of. `as_source` stands before a symbol that the
    answer is wanted from, `as_speaker` after one that is asked what it says. `publications` are what documents are
    called when not by name, `not_in_names` words that no name of one has. `resolutions_typed` pairs how resolutions are
    named in a hurry with how they are called, `several_resolutions` has the groups `one`, what one of them is called,
    and `numbers`. `also_english` are words that the language shares with others and that lists of its words leave out.
    """

    asked: tuple[tuple[str, str], ...]
    held: tuple[tuple[str, str], ...]
    ends_asked: str
    ends_held: str
    not_a_count: str
    counted: str
    notes_wanted: tuple[tuple[str, str], ...]
    joint: str
    opening: str
    wanted: str
    auxiliary: str
    together: str
    pointing_back: str
    of_something: str
    as_well_as: str
    contracted: str
    asks_for_text: frozenset[str]
    counting_words: frozenset[str]
    headed: str
    matter: str
    comparing_words: str
    extremes: str
    in_shares: str
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
    country's stands in; `languages` is a people's name where it is that of a language (`in French`). `tens` are
    the words for 20, 30 and so on, `ordinal_teens` those for the 13th to the 19th, `ordinal_tens` for the 20th, 30th,
    `magnitudes` words that multiply, with their power of ten. `events` are numbered by ordinals (`twelfth session`) and
    meant by them, all of `numbered` may be; `bounds` stand before a year that no text needs to repeat (`after 2012`),
    `titles` before a person's name, `particles` in one. `regions` are parts of the world and their people,
    `generic_names` other capitalised words that name nothing by themselves, `generic_acronyms` short forms that say
    nothing about a passage. `small_words` have no letter in a short form, which may begin with `prefix` where the name
    does not say it; `short_forms` are those that texts spell out without giving the short one.
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
    `name_alone` is what such a name taken out leaves of a question that has nothing else;
    `change` asks what became different, `search` for every place that has the group `words`, `definition` what is meant
    by a term, `about` what there is to ask, or greets. `summaries` are headings of a document's own summary,
    `formal` begins one of what is done at every meeting.
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
    what was cited before, `own_text` follows a place in the text itself (`para. 67 below`), `several_texts` stand
    before the numbers of resolutions.
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
class AuditPatterns:
    """How reports of auditors recommend, those audited respond, and questions ask for that.

    All but `responds` are read without regard to case. `asked` is the word for a response and `of_audited` what shows
    that one of those audited is meant; `words` are those of such a question that tell no theme. In texts `recommends`
    is found in a recommendation, `responds` begins a response to one, and `insists` what is said of it afterwards.
    """

    asked: str
    of_audited: str
    words: frozenset[str]
    recommends: str
    responds: str
    insists: str


@dataclass(frozen=True, slots=True)
class VotingPatterns:
    """How votes are asked for and recorded; questions are read without regard to case.

    `asked` is the word for it, `sides` pair what asks for those on a side with the label of their list, in the order of
    the lists; `words` are those of a question for nothing else, `outcome` wants to know only what came of it and
    `explained` why somebody voted so. With what `no_vote` says no vote of a meeting is meant; `on_a_text` says that one
    on a text is. `label` begins a list with the group `label`, `result` says what came of the vote, which `vote` is a
    word of, `later` begins what was said of votes afterwards, and `entitled` has the group `title`, that of a text.
    `before_a_part` leads to a part of a text that was voted on by itself, `before_what_is_disputed` to one that
    somebody objected to.
    """

    asked: str
    sides: tuple[tuple[str, str], ...]
    words: frozenset[str]
    outcome: str
    explained: str
    no_vote: str
    on_a_text: str
    label: str
    result: str
    vote: str
    later: str
    amendment: str
    entitled: str
    before_a_part: str
    before_what_is_disputed: str
