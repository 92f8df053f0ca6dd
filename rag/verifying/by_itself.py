"""A quotation or a citation checked by itself, as a draft of one line is."""

from index.errors import LocatorError, QuestionError
from index.symbols import official_link
from index.text.wording import excerpt
from rag.verifying.check import DraftChecker
from rag.verifying.draft import Block, Draft, DraftNote
from rag.verifying.finding import CheckedDraft, Finding, Judgement, Verdict
from rag.verifying.quoting.quotations import quotations_in

_QUOTATION, _CITATION = "quotation", "citation"
_LONGEST = 20_000  # characters: more than the 2,000 words of a quotation that are compared at most
_LONGEST_CITATION = 1_000  # characters: a list of the places of a footnote
_SHOWN = 80  # characters of what is no citation, in an error


def check_quotation(checker: DraftChecker, quotation: str, citation: str = "") -> CheckedDraft:
    """What is found of `quotation`, given with or without marks around it, and of the `citation` given for it.

    The first finding is on the quotation. Without a citation it is one that says where the words stand; where they
    stand nowhere, what they come nearest to. QuestionError where nothing is quoted or too much, LocatorError where
    `citation` cites nothing.
    """
    text = f"“{quotation.strip()}”"
    if not quotations_in(Block(text, _QUOTATION, "quote")):
        raise QuestionError("nothing is quoted; give the words as the draft has them")
    _check_length(quotation, _LONGEST, _QUOTATION)
    note = (DraftNote("1", len(text), _cited(checker, citation)),) if citation.strip() else ()
    checked = checker.check(Draft(_QUOTATION, (Block(text, _QUOTATION, "quote", note),)))
    if any(each.note is None for each in checked.findings):
        return checked
    judgement = _nothing_said(checker, quotation, citation)
    return CheckedDraft(_QUOTATION, (_finding(judgement, quotation), *checked.findings), checked.not_held)


def check_citation(checker: DraftChecker, citation: str) -> CheckedDraft:
    """What is found of `citation`, which may be several; LocatorError where it cites nothing, or is too long."""
    return checker.check(Draft(_CITATION, (Block(_cited(checker, citation), _CITATION),)))


def _cited(checker: DraftChecker, citation: str) -> str:
    """`citation` without white space around it; LocatorError where there is none in it."""
    _check_length(citation, _LONGEST_CITATION, _CITATION)
    cited = citation.strip()
    if not checker.check(Draft(_CITATION, (Block(cited, _CITATION),))).findings:
        raise LocatorError(
            f"not a citation: {excerpt(cited, _SHOWN)!r}; give one such as 'CAC/COSP/WG.2/2018/2, para. 65'"
        )
    return cited


def _check_length(text: str, longest: int, name: str) -> None:
    if len(text) > longest:
        raise QuestionError(f"the {name} has {len(text):,} characters; at most {longest:,} are checked at once")


def _nothing_said(checker: DraftChecker, quotation: str, citation: str) -> Judgement:
    """What to say of a quotation that a check of a draft says nothing of: it is short, or stands nowhere."""
    if citation.strip():
        return Judgement(Verdict.UNCLEAR, "The words do not stand where they are cited; so few can be a mere term.")
    return checker.quotations.anywhere(quotation)


def _finding(judgement: Judgement, quotation: str) -> Finding:
    document = judgement.document
    return Finding(
        verdict=judgement.verdict,
        block=0,
        start=1,
        end=1 + len(quotation.strip()),
        place=_QUOTATION,
        said=quotation.strip(),
        message=judgement.message,
        compared=judgement.compared,
        found_at=judgement.found_at,
        document=document.id if document else None,
        locator=str(judgement.locator) if judgement.locator else None,
        url=official_link(document.symbol) if document else None,
        changes=judgement.changes,
        suggestion=judgement.suggestion,
    )
