"""What the words of a language are called by which texts name, define and quote: the shape of a language's patterns.

All are regular expressions, or words for them; each says whether it is read with regard to case.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShortFormPatterns:
    """How a text gives the short form of a name. Patterns are read with regard to case.

    `announced` stands in parentheses before a short form (`hereinafter referred to as`), `also` between a name and its
    short form (`, or CARIN`); `article` is the definite one, with the space after it; `unsaid` are small words whose
    letters short forms leave out.
    """

    announced: str
    also: str
    article: str
    unsaid: frozenset[str]


@dataclass(frozen=True, slots=True)
class DefinitionPatterns:
    """How the meaning of a term is asked for and told. Patterns are read without regard to case.

    `asked` are questions for what the group `term` means, the first that matches decides; `identity` asks what the
    group `term`, after the group `article`, is, which may be anything; `long_form` is what asks for the long form of a
    short one. `tail` is what follows a term in a question.
    `no_term` are words that no term has, `no_first` words that it does not begin with, `joins` words that only names
    have inside; `numbered` are what numbers are counted of (`article 56` is no term). `kinds` are nouns that follow
    names in small letters.

    In a sentence a term that is its subject may follow `before` (`In 2004,`) and a `label` (`the term`). `defined`,
    `weighed` and `does` follow it at once: `defined` says what it is, `weighed` the same of what only judges it or
    tells its part in something, `does` what it is for. `relative` and `apposed` follow a comma after it; `called`
    stands before a term that is introduced, `defining` before and after one that somebody defines (`ILO defines X as`).
    """

    asked: tuple[str, ...]
    identity: str
    long_form: str
    tail: str
    no_term: frozenset[str]
    no_first: frozenset[str]
    joins: frozenset[str]
    numbered: str
    kinds: frozenset[str]
    label: str
    before: str
    defined: str
    weighed: str
    does: str
    called: str
    defining: tuple[str, str]
    relative: str
    apposed: str


@dataclass(frozen=True, slots=True)
class SpeakingPatterns:
    """How a text says whose words it reports, and how a question asks for somebody's words.

    `asked` are questions with the group `speaker`, read without regard to case, the first that matches decides. `says`
    are the finite verbs that report, `reported` their participles. `roles` are what speakers are called, alone or
    before the name of whom they speak for (`the representative of Chile`); `for_whom` the words between. `agent` leads
    from a participle to who said it, `source` to it without one (`according to`). `takes_up` opens a sentence that goes
    on with what the last speaker said. `no_speaker` are words that no speaker is called by. `clause` begins a clause,
    `article` a noun; `adverbs` stand between a speaker and the verb. `voices` are the roles of those who only speak
    at a meeting, whatever the verb, unless it is one of what is `done_to` them. `record_words` are those of a question
    for all that somebody said at a meeting, `asks_who` asks who spoke at one, in `attendance_words`, and `states` for
    which countries.
    """

    asked: tuple[str, ...]
    says: str
    reported: str
    roles: str
    for_whom: str
    agent: str
    source: str
    takes_up: str
    no_speaker: frozenset[str]
    clause: str
    article: str
    adverbs: str
    voices: str
    done_to: str
    record_words: frozenset[str]
    asks_who: str
    attendance_words: frozenset[str]
    states: str


@dataclass(frozen=True, slots=True)
class FollowingPatterns:
    """How a question goes on from the one before it; all are read without regard to case.

    `opening` are words that only join a question to the one before. `asking` are words that make a question whole, so
    that what has none is a part of one. `place` and `time` begin a part that says where or when. `pronoun` stands for a
    thing, `possessive` for whose it is, `pointing` before a kind of thing (`that network`); `empty` are uses of a
    pronoun that stand for nothing (`is it possible`). `own` makes a name possessive. `theme` ends a question with the
    group `theme`, which it wants to know of, after the group `on`.

    `preposition` begins a part that takes the place of one that begins alike (`and of Rwanda?`); `other_one` is a part
    that stands for another of a kind, in time too, `one` is one of a kind; `case` begins a part that says in which
    case; `bare` asks without saying of what (`by when?`), `alone` of what was named before alone (`where is he?`), and
    `person` stands for one.
    `votes` pairs a part that says how somebody votes with what takes the place of `voted`, which says it before.
    """

    opening: str
    asking: str
    time: str
    place: str
    pronoun: str
    possessive: str
    pointing: str
    empty: str
    own: str
    theme: str
    preposition: str
    other_one: str
    one: str
    case: str
    bare: str
    alone: str
    person: str
    voted: str
    votes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DraftPatterns:
    """Patterns; `before_titles` ends right before a name in quotation marks that quotes nobody.

    `of_named` leads from a paragraph to the document that is named after it, `naming` what may stand between the two;
    `see` leads to a citation, `compare` to one that does not bear out what is said; `leading` begins a sentence whose
    citation leads to what it says.
    """

    before_titles: str = ""
    of_named: str = ""
    naming: str = ""
    see: str = ""
    compare: str = ""
    leading: str = ""


@dataclass(frozen=True, slots=True)
class RecommendingPatterns:
    """How a question asks for what was recommended, or one State to another; all is read without regard to case.

    `asked` is the word for it, `whom` what stands before the name of the State that is told, `received` what is said of
    that State where it is named alone. `words` are those of such a question that asks for nothing else. `responses`
    pairs what a State makes of recommendations with how that is said, in questions and in reviews; `response_words` are
    further words of a question for those, `whether` asks whether one was made of some, and `on_a_theme` for those on a
    theme; `counting` asks how many they are.
    """

    asked: str
    whom: str
    received: str
    words: frozenset[str]
    responses: tuple[tuple[str, str], ...]
    response_words: frozenset[str]
    whether: str
    on_a_theme: str
    counting: str


@dataclass(frozen=True, slots=True)
class DocumentPatterns:
    """How a question asks for documents themselves; all is read without regard to case.

    `asked` pairs what may be asked of a document with how that is put, `words` are those of such a question that asks
    for nothing else. `called` is the group `name` of a document, which begins with its `theme`: `the youth report`; a
    `kind` has to be its own. `called_on` has its `theme` last, and maybe further words. `called_together` are two,
    `one` and the `other`; words of `no_theme` tell none.
    `wanted` asks which documents there are, `newest` for the last of them, in `wanted_words` and what describes them.
    """

    asked: tuple[tuple[str, str], ...]
    words: frozenset[str]
    called: str
    called_on: str
    called_together: str
    no_theme: frozenset[str]
    wanted: str
    newest: str
    wanted_words: frozenset[str]


@dataclass(frozen=True, slots=True)
class DatingPatterns:
    """How the date of a treaty or the like is asked for and given; questions are read without regard to case.

    `asked` have the group `name`, what is dated, and may have `deed`, what was done to it. `instruments` are words that
    names of such texts have, `small` those between the words of a name. `deeds` are what may be done to one, each as
    all its forms in questions and texts; the first is meant where a text has its date alone: `the Act of 1917`. `on`
    stands before the date of a deed and `of` before that of a text, `be` between a text and its deed.
    """

    asked: tuple[str, ...]
    instruments: str
    small: str
    deeds: tuple[str, ...]
    on: str
    of: str
    be: str


@dataclass(frozen=True, slots=True)
class DeadlinePatterns:
    """How deadlines are asked for and set; all are read without regard to case.

    `asked` asks by when something is to be done, `words` are those of such a question that say nothing of what, `alike`
    words of which texts have one where a question has another. `limit` sets a deadline.
    """

    asked: str
    words: frozenset[str]
    alike: tuple[frozenset[str], ...]
    limit: str


@dataclass(frozen=True, slots=True)
class ForcePatterns:
    """How a duty or a deed is asked for and told; all are read without regard to case.

    `asks_duty` asks whether something must be done, `asks_deed` whether it was; a question for what was wanted (`did
    the Council request`) is neither. A sentence with `duty` says that something must or need not be done, one with
    `advice` that it is good to; `wanted` wants or plans it, and `past` tells what was. Where the question has a word of
    `needs`, so may the sentence: `is a treaty required?` asks what a thing needs. What `asks_said` asks about, such as
    support, is done by saying so, as `said` does.
    """

    asks_duty: str
    asks_deed: str
    duty: str
    needs: str
    advice: str
    wanted: str
    past: str
    asks_said: str
    said: str


@dataclass(frozen=True, slots=True)
class OfficerPatterns:
    """How officers of an organ are asked for and listed; all are read without regard to case.

    `offices` pair what asks for an office with what its line of a list begins with, `all_offices` asks for all of them,
    `deeds` say that somebody holds one. `asks_who` asks who holds one, `words` are those of such a question that name
    no organ. `listed` are words of which a list of officers has one; a sentence with `officers` and `elected` announces
    such a list. `heads` are the offices of those who preside, `presided` asks who presides over an `organ`. `asks_post`
    asks who holds a `post` for some `matter`, `held_before` for all who did; words `appointing` somebody stand in a
    sentence that `appoints`, before it.
    """

    asks_who: str
    offices: tuple[tuple[str, str], ...]
    deeds: str
    all_offices: str
    words: frozenset[str]
    listed: str
    officers: str
    asks_post: str
    held_before: str
    appointing: str
    appoints: str
    heads: tuple[str, ...]
    presided: str
    elected: str


@dataclass(frozen=True, slots=True)
class FramingPatterns:
    """What stands around a question and asks nothing; all is read without regard to case.

    `asking` stands before a question in other words (`could you tell me`), `sources` before one to all documents.
    `greetings` begin a sentence that greets and `about_asker` is in one on whoever asks, of which `words` are all the
    others; `thanks` stand after what a question ends with, `please` at once after its last word. `asked_last` is a
    question whose question word, the group `asking`, stands behind its `matter`. `duty` asks whether it is a duty of
    `whom` to do `what`.
    """

    asking: str
    sources: str
    greetings: str
    about_asker: str
    words: frozenset[str]
    please: str
    thanks: str
    asked_last: str
    duty: str
