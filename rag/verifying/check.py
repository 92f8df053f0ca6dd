"""The check of a draft: each quotation and each citation held against the documents of an index."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.search.document_store import DocumentStore
from index.sentences import Span
from index.symbols import official_link
from index.text.typography import collapse
from rag.tracing.spans import span
from rag.verifying.belonging import Belonging, belonging, of_the_row, set_apart
from rag.verifying.citations.resolve import Citation, Resolver
from rag.verifying.draft import Draft
from rag.verifying.finding import CheckedDraft, Finding, Judgement, NotHeld, Verdict
from rag.verifying.quoting.quotations import Quotation
from rag.verifying.quoting.sources import Sources
from rag.verifying.reading import ReadBlock, read_draft
from rag.verifying.statements import Statement, statements_of
from rag.verifying.verdicts.claims import Claim, ClaimJudge, claim_of
from rag.verifying.verdicts.form import form_of
from rag.verifying.verdicts.places import PlaceJudge
from rag.verifying.verdicts.quotation import QuotationJudge

# A citation among those of a block: the number of its note, None in the text, and where it begins there.
_Place = tuple[int | None, int]


@dataclass(frozen=True, slots=True)
class _Around:
    """The statements of the blocks before and after one, and the numbers of the paragraphs of the draft.

    `row` are the statements of the other cells of its row, where it is a cell.
    """

    before: tuple[Statement, ...] = ()
    after: tuple[Statement, ...] = ()
    row: tuple[Statement, ...] = ()
    numbers: frozenset[str] = frozenset()


class DraftChecker:
    """Checks drafts by the documents of `store`. Safe to share between threads."""

    def __init__(self, store: DocumentStore) -> None:
        self.store = store
        self._resolver = Resolver(store)
        self.quotations = QuotationJudge(Sources(store), self._resolver)
        self.places = PlaceJudge(store, self._resolver)
        self.claims = ClaimJudge(store, self._resolver, store.short_forms)

    @span("verify")
    def check(self, draft: Draft) -> CheckedDraft:
        """What was found in `draft`."""
        blocks = list(read_draft(draft, self._resolver))
        statements = [(), *(statements_of(each) for each in blocks), ()]
        numbers = frozenset(each.number for each in draft.blocks if each.number)
        rows = _rows(blocks, statements[1:-1])
        findings: list[Finding] = []
        for place, read in enumerate(blocks, start=1):
            row = rows.get(read.block.place, ()) if read.block.kind == "cell" else ()
            around = _Around(statements[place - 1], statements[place + 1], row, numbers)
            findings += _BlockCheck(self, read, statements[place], around).findings()
        return CheckedDraft(draft.name, tuple(findings), _not_held(blocks))


class _BlockCheck:
    """The check of one block with its notes; what is told of a citation with its quotation is not told again."""

    def __init__(
        self, checker: DraftChecker, read: ReadBlock, statements: Sequence[Statement], around: _Around
    ) -> None:
        self._checker = checker
        self._read = read
        self._statements = statements
        self._around = around
        self._told: set[_Place] = set()

    def findings(self) -> list[Finding]:
        """What was found, in the order of the text."""
        found = [*self._in_quotations(), *self._in_notes(), *self._in_citations()]
        return sorted(found, key=lambda each: (each.start, each.end))

    def _in_quotations(self) -> Iterator[Finding]:
        text = self._read.block.text
        for place, statement in enumerate(self._statements):
            for quotation in statement.quotations:
                belongs = self._belonging(quotation, place, statement)
                said = text[quotation.start : quotation.end]
                judgement = None if quotation.is_title else self._judged(said, belongs)
                if judgement is not None:
                    yield self._finding(judgement, quotation.outer, said, is_sure=belongs.is_sure)

    def _belonging(self, quotation: Quotation, place: int, statement: Statement) -> Belonging:
        if quotation.is_block:
            return set_apart(self._statements, self._around.before, self._around.after)
        found = belonging(quotation, statement, self._read, self._statements[:place])
        return found if found.citations else of_the_row(self._around.row)

    def _judged(self, said: str, belongs: Belonging) -> Judgement | None:
        judgement = self._checker.quotations.judge(said, belongs.citations)
        if judgement is None:
            return None
        if not belongs.is_sure and judgement.verdict is not Verdict.VERBATIM:
            # What only may be its citation is no ground to call a quotation wrong.
            return self._checker.quotations.judge(said, ())
        cited = judgement.citation
        # What is cited in another block is told there.
        if cited is not None and any(cited in each.citations for each in self._statements):
            self._told.add((cited.note, cited.start))
        return judgement

    def _in_notes(self) -> Iterator[Finding]:
        """What was found of quotations in the notes, each a text of its own."""
        for place, note in enumerate(self._read.notes):
            inner = _BlockCheck(self._checker, note, statements_of(note), _Around())
            hung = self._read.block.notes[place]
            for each in inner._in_quotations():
                yield replace(each, start=hung.at, end=hung.at, note=hung.mark, place=self._read.block.place)
            self._told |= {(place, start) for _, start in inner._told}

    def _in_citations(self) -> Iterator[Finding]:
        for statement in self._statements:
            said = collapse(self._read.block.text[statement.start : statement.end])
            claim = claim_of(statement, self._read.block.text)
            for citation in statement.citations:
                for judgement in self._on(citation, claim):
                    yield self._finding(judgement, self._span(citation), said, is_sure=citation.is_sure)
            for judgement, where in self._checker.claims.judge(claim):
                yield self._finding(judgement, _moved(where, statement), said, is_sure=True)

    def _on(self, citation: Citation, claim: Claim) -> Iterator[Judgement]:
        judgement = self._checker.places.judge(citation, self._around.numbers)
        is_told = (citation.note, citation.start) in self._told
        if judgement.verdict is Verdict.NOT_HELD and not is_told:
            yield self._checker.claims.by_slip(claim, citation) or judgement
        elif not is_told or judgement.verdict is Verdict.WRONG_SYMBOL:
            yield judgement
        yield from self._checker.places.superseded(citation)
        right, why = form_of(citation)
        if why:
            yield Judgement(Verdict.FORM, f"{why[:1].upper()}{why[1:]}.", citation, suggestion=right)

    def _span(self, citation: Citation) -> Span:
        if citation.note is None:
            return citation.start, citation.end
        at = self._read.block.notes[citation.note].at
        return at, at

    def _finding(self, judgement: Judgement, span: Span, said: str, *, is_sure: bool) -> Finding:
        cited = judgement.citation
        in_note = cited is not None and cited.note is not None and span[0] == span[1]
        return Finding(
            verdict=judgement.verdict,
            block=self._read.number,
            start=span[0],
            end=span[1],
            place=self._read.block.place,
            said=said,
            message=judgement.message,
            citation=cited.written if cited else "",
            note=self._read.block.notes[cited.note].mark if cited and in_note and cited.note is not None else None,
            compared=judgement.compared,
            found_at=judgement.found_at,
            document=judgement.document.id if judgement.document else None,
            locator=self._locator(judgement),
            url=_url(judgement),
            changes=judgement.changes,
            suggestion=judgement.suggestion,
            is_sure=is_sure,
        )

    def _locator(self, judgement: Judgement) -> str | None:
        """Where in its document stands what was compared: the first paragraph cited, or its like in a later issue."""
        document, cited = judgement.document, judgement.citation
        if judgement.locator is not None:
            return str(judgement.locator)
        if document is None or cited is None or not cited.rows:
            return None
        locator = self._checker.store.paragraphs[cited.rows[0]].locator
        return str(locator) if document.paragraph(locator) is not None else None


def _rows(blocks: Sequence[ReadBlock], statements: Sequence[tuple[Statement, ...]]) -> dict[str, tuple[Statement, ...]]:
    """The statements of the cells of each row of a table, by the place of the row."""
    rows: dict[str, tuple[Statement, ...]] = {}
    for read, own in zip(blocks, statements, strict=True):
        if read.block.kind == "cell":
            rows[read.block.place] = (*rows.get(read.block.place, ()), *own)
    return rows


def _moved(span: Span, statement: Statement) -> Span:
    """The characters of the block that `span` of the text of a statement is."""
    return statement.start + span[0], statement.start + span[1]


def _url(judgement: Judgement) -> str | None:
    """The official document that a judgement is about; None where its symbol is not known or is none."""
    if judgement.document is not None:
        return official_link(judgement.document.symbol)
    cited = judgement.citation
    return cited.url if cited is not None and judgement.verdict is Verdict.NOT_HELD else None


def _not_held(blocks: Sequence[ReadBlock]) -> tuple[NotHeld, ...]:
    """The documents cited that are not held, in the order in which they are cited first."""
    cited = [each for read in blocks for each in (*read.citations, *read.in_notes) if each.status == "not held"]
    counts = Counter(each.symbol or each.written for each in cited)
    urls = {each.symbol or each.written: each.url for each in cited}
    return tuple(NotHeld(name, urls[name], count) for name, count in counts.items())
