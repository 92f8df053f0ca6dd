"""Questions for what somebody said, and whether a sentence is what that speaker said."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from index.language.english.language import ENGLISH
from index.language.english.sayings import SPEAKING
from index.sentences import Span
from index.store import Index
from index.symbols import adopting_organ
from index.text.late_patterns import LatePattern

_ASKED = tuple(LatePattern(pattern, re.IGNORECASE) for pattern in SPEAKING.asked)
_TITLES = "|".join(map(re.escape, ENGLISH.speakers.titles))
_OFFICES = "|".join(map(re.escape, ENGLISH.speakers.offices))
_INSTRUMENT = LatePattern(rf"\b(?:{ENGLISH.references.instruments})\b")
# A symbol, a number, a clause with an object, what somebody has.
_NO_SPEAKER = LatePattern(r"\d+/|[A-Z]/|^\W*\d|\b\d{3,}\b|(?<!of)(?<!for)(?<!on)(?<!from)(?<!and)(?<!at) the |['’]s?$")
_ROLE = LatePattern(rf"\b{SPEAKING.roles}\b", re.IGNORECASE)
_LEADING = LatePattern(
    rf"^(?:(?:{SPEAKING.article}|former|current)\s+|(?i:{SPEAKING.roles})\s+{SPEAKING.for_whom}\s+(?:the\s+)?"
    r"|[A-Z]\w+['’]s\s+(?=[A-Z]))+"
)
_LONGEST = 8  # words of a speaker's name and office
_SPEAKERS_KEPT = 256  # whose patterns are compiled; a question has one

_NAME = r"[A-Z][\w’'.-]*(?: (?:of|the|[A-Z][\w’'.-]*))*"
_JOINED = r"(?:, and|,| and|, as well as| as well as)"
_ROLE_OF = rf"(?:(?i:{SPEAKING.article}) )?(?:[\w/-]+ ){{0,3}}?(?i:{SPEAKING.roles}) {SPEAKING.for_whom} "
# `Chile, Peru and` before the last of those who spoke
_OTHERS_BEFORE = LatePattern(rf"(?:(?:the )?{_NAME}(?: \([^()]{{1,60}}\))?{_JOINED} )+(?:the )?$")
_BEFORE_SUBJECT = LatePattern(rf"(?:^|[,;:] |\b{SPEAKING.clause} )(?:{_ROLE_OF})?(?:(?i:the|an?) )?(?:{_NAME} )?$")
_BEFORE_AGENT = LatePattern(
    rf"\b(?:(?:{SPEAKING.reported}) {SPEAKING.agent}|(?i:{SPEAKING.source})) (?:{_ROLE_OF})?(?:the )?(?:{_NAME} )?$"
)
_SAYS = LatePattern(
    rf"(?:['’]s? (?:[\w-]+ ){{0,2}}?(?i:{SPEAKING.roles}))?(?: \([^()]{{1,80}}\))?"
    rf"(?: {SPEAKING.for_whom} [^,;]{{1,60}}?)?(?:, [^;]{{1,150}}?,)?(?:{_JOINED} (?:the )?{_NAME}){{0,40}}"
    rf"(?:,? {SPEAKING.adverbs},?)* {SPEAKING.says}\b"
)
# `A panellist from ` Chile ` focused on the law`
_BEFORE_VOICE = LatePattern(
    rf"^(?:[A-Z][^,;.]{{0,60}}, )?(?i:{SPEAKING.article}) (?:[\w/-]+ ){{0,2}}?(?i:{SPEAKING.voices})"
    rf" {SPEAKING.for_whom} (?:the )?$"
)
# `Mr. Haddad (Lebanon)`, with which a paragraph of a summary record begins
_REPORTED = LatePattern(rf"(?:{_TITLES}) [^\W\d_][^:(),;]{{1,70}} \([^()]{{1,120}}\)")
# `Mr. Haddad (` Lebanon `) said`, as summary records name who speaks and for whom
_BEFORE_STATE = LatePattern(rf"(?:{_TITLES}) [^\W\d_][^:(),;]{{1,70}} \((?:[^()]{{0,60}} )?$")
_AFTER_STATE = LatePattern(r"[^()]{0,60}\)")
_SPEAKS = LatePattern(rf"(?: {SPEAKING.adverbs})* (?!{SPEAKING.done_to}\b)[a-z]+ed\b")
_TAKES_UP = LatePattern(
    rf"^(?:[A-Z][^,;.]{{0,60}}, )?(?i:{SPEAKING.takes_up})(?: {SPEAKING.adverbs})* {SPEAKING.says}\b"
)
_ANYBODY_SAYS = LatePattern(rf"\b{SPEAKING.says}\b")
# `Mr. Chumakov (Russian Federation) (spoke in Russian): `
_LABEL = LatePattern(
    rf"(?P<label>(?:(?:{_TITLES}) [^\W\d_][^:()]{{1,70}}?|(?:The )?[^:().]{{0,60}}?\b(?:{_OFFICES})\b[^:().]{{0,60}}?)"
    r"\s*(?:\([^()]{1,120}\)\s*){0,3}):\s"
)
_SENTENCE_ENDS = LatePattern(r"(?<=[.;!?])\s+(?=[A-Z(])")
# The brackets that a recommendation ends with, in which the name of a State may have brackets of its own.
_MADE_BY = LatePattern(r"\((?P<who>(?:[^()]|\([^()]*\))*)\)[\s.;,]*(?:and|or)?\s*$")
_LABEL_LENGTH = 300  # characters in which a label ends
_FURTHEST = 4  # sentences back that the last speaker is looked for


def asked_speaker(question: str) -> str | None:
    """Whose words `question` asks for: `Chile` of `What did the representative of Chile propose?`; None for nobody's.

    What a document says (`the report`, `resolution 7/1`, `the Convention`) are no speaker's words.
    """
    said = " ".join(question.split())
    for pattern in _ASKED:
        for match in pattern.finditer(said):
            if speaker := _speaker(match["speaker"]):
                return speaker
    return None


def is_said_by(
    sentence: str, before: str, speaker: str, label: str | None = None, forms: Sequence[str] = ()
) -> bool | None:
    """Whether `sentence` is what `speaker` said: False where another said it or it only mentions the speaker.

    None where it does not tell. `before` is what its paragraph has before it, `label` whose words the whole paragraph
    is where it is of a record (see `speaker_label`), `forms` are what else the speaker is called, such as the long form
    of a short one.
    """
    named = _mentions((speaker, *forms))
    if label is None and (match := _LABEL.match((before or sentence)[:_LABEL_LENGTH])):
        label = match["label"]
    if label is not None:
        # A name alone does not tell whom the person speaks for.
        tells = "(" in label or not re.match(_TITLES, label)
        return True if named.search(label) else (False if tells else None)
    if mentions := list(named.finditer(sentence)):
        return any(_says(sentence, each) for each in mentions)
    if not _TAKES_UP.match(sentence):
        return None
    return _last_spoke(before, named)


def recommenders(text: str) -> Span:
    """Where a recommendation ends with who makes it: `Chile; Peru` of `Ratify the Convention (Chile; Peru);`.

    Nothing, at the end of `text`, where it does not.
    """
    match = _MADE_BY.search(text)
    return match.span("who") if match else (len(text), len(text))


def speaker_label(index: Index, row: int) -> str | None:
    """Whose words the paragraph at `row` is, and for whom he or she speaks: `Mr. Chumakov (Russian Federation)`.

    A resolution is what the organ that adopted it says, a paragraph of a summary record what its first speaker does.
    None where it is none of these.
    """
    ref = index.paragraphs[row]
    speaker = ref.locator.speaker
    if speaker is None:
        return _reported_speaker(ref.text) or adopting_organ(ref.document.symbol or "")
    for earlier in range(row, index.rows_of(ref.document.id).start - 1, -1):
        each = index.paragraphs[earlier]
        if each.locator.speaker != speaker:
            break
        if match := _LABEL.match(each.text[:_LABEL_LENGTH]):
            return match["label"]
    return speaker


def _reported_speaker(text: str) -> str | None:
    """Whose words a paragraph of a summary record tells, as it begins: `Mr. Haddad (Lebanon) said that …`."""
    match = _REPORTED.match(text)
    return match[0] if match and _SAYS.match(text[match.end() :]) else None


def _speaker(said: str) -> str | None:
    """The speaker that a question names as `said`, without office where that is spoken of for somebody; or None."""
    bare = _LEADING.sub("", said.strip(" “”\"'‘’")).strip() or said.strip()
    words = bare.split()
    if not words or len(words) > _LONGEST or any(word.lower() in SPEAKING.no_speaker for word in words):
        return None
    if any(word.lower() in ENGLISH.questions.publications for word in words if word.islower()):
        return None
    if _INSTRUMENT.search(bare) or _NO_SPEAKER.search(bare):
        return None
    has_name = any(word[0].isupper() for word in words)
    return bare if has_name or _ROLE.search(bare) else None


@lru_cache(maxsize=_SPEAKERS_KEPT)
def _mentions(names: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern of how a text may call the speaker of those `names`."""
    return re.compile("|".join(pattern for name in names for pattern in _called(name)))


def _called(speaker: str) -> Iterator[str]:
    words = speaker.split()
    yield rf"(?<![\w-])(?i:{re.escape(speaker)})(?![\w-])"
    if len(words) > 1 and all(word[0].isupper() for word in words):
        # `Mr. Reinisch`, `President Museveni`, `Mr. August Reinisch`
        last = re.escape(words[-1])
        if words[-1] in ENGLISH.masthead.organs:
            # `The Commission` for the International Law Commission
            yield rf"\b[Tt]he {last}(?! of\b)(?![\w-])"
        yield rf"\b(?:{_TITLES}|{_OFFICES}) (?:[A-Z][\w.’'-]* ){{0,2}}?{last}(?![\w-])"
        if re.fullmatch(rf"{_TITLES}|{_OFFICES}", words[0]):
            yield rf"\b{last}(?![\w-])"
    # `Moses Vilakati of the AU Commission`, `Permanent Forum on Indigenous Issues`; not `Republic of Korea`
    head = re.match(r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+) (?:of|from|on|for) ", speaker)
    if head:
        yield rf"\b{re.escape(head['name'])}(?![\w-])"


def _says(sentence: str, mention: re.Match[str]) -> bool:
    """Whether the speaker mentioned there is the one who says what `sentence` reports."""
    before, after = sentence[: mention.start()], sentence[mention.end() :]
    if (person := _BEFORE_STATE.search(before)) and (closes := _AFTER_STATE.match(after)):
        before, after = before[: person.start()], after[closes.end() :]
    if _BEFORE_AGENT.search(before) or (_BEFORE_SUBJECT.search(before) and after.startswith(": ")):
        return True
    if _BEFORE_VOICE.search(before) and _SPEAKS.match(after):
        return True
    if not _SAYS.match(after):
        return _is_recommending(sentence, mention)
    return any(_BEFORE_SUBJECT.search(each) for each in (before, _OTHERS_BEFORE.sub("", before)))


def _is_recommending(sentence: str, mention: re.Match[str]) -> bool:
    """Whether the speaker mentioned there is among those who make the recommendation that `sentence` is."""
    start, end = recommenders(sentence)
    words = re.findall(r"\w[\w’'-]*", sentence[start:end])
    names_only = all(word[0].isupper() or word in ("of", "the", "and") for word in words)
    return start <= mention.start() and mention.end() <= end and names_only


def _last_spoke(before: str, named: re.Pattern[str]) -> bool | None:
    """Whether the last who spoke in `before` is the one that `named` finds; None where nobody did."""
    for sentence in _SENTENCE_ENDS.split(before.strip())[: -_FURTHEST - 1 : -1]:
        if not sentence or _TAKES_UP.match(sentence):
            continue
        if mentions := list(named.finditer(sentence)):
            return any(_says(sentence, each) for each in mentions)
        if _ANYBODY_SAYS.search(sentence):
            return False
    return None
