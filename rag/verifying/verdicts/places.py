"""The verdict on a citation by itself: whether there is such a document and place, and whether it is the latest."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.document import Document, Item
from index.search.document_store import DocumentStore
from index.text.wording import listed
from rag.citing.citation import cite, name_of, places_in_words
from rag.citing.find import find_locators
from rag.comparing.word_diff import marked_changes
from rag.verifying.citations.resolve import Citation, Resolver, no_place
from rag.verifying.citations.texts import CitedTexts
from rag.verifying.finding import Judgement, Verdict
from rag.verifying.quoting.words import Wording


class PlaceJudge:
    """Judges citations by the documents of `store`."""

    def __init__(self, store: DocumentStore, resolver: Resolver) -> None:
        self._store = store
        self._resolver = resolver
        self._texts = CitedTexts(store)

    def judge(self, citation: Citation, own_numbers: frozenset[str]) -> Judgement:
        """The verdict on a citation; `own_numbers` are those of the draft's paragraphs, empty where it has none."""
        if citation.status == "lost":
            return Judgement(
                Verdict.UNCLEAR, f"Nothing was cited before that {citation.written!r} could refer to.", citation
            )
        if citation.status == "own":
            return _within_the_draft(citation, own_numbers)
        if self._resolver.is_malformed(citation):
            return self._malformed(citation)
        if citation.document is None:
            return Judgement(Verdict.NOT_HELD, f"{citation.symbol or citation.written} is not held.", citation)
        return self._place(citation)

    def _place(self, citation: Citation) -> Judgement:
        if missing := no_place(citation):
            return Judgement(Verdict.NO_SUCH_PLACE, f"{missing} {self._what_there_is(citation)}".strip(), citation)
        if absent := [each for each in citation.footnotes if each not in self._texts.footnote_marks(citation)]:
            return Judgement(Verdict.NO_SUCH_PLACE, f"{citation.printed} has no footnote {listed(absent)}.", citation)
        texts = self._texts.of(citation) if citation.places else iter(())
        return Judgement(Verdict.IN_ORDER, "", citation, next(texts, ""), citation.printed, citation.document)

    def _malformed(self, citation: Citation) -> Judgement:
        if citation.meant is None:
            return Judgement(Verdict.WRONG_SYMBOL, f"{citation.symbol} is not written as a symbol is.", citation)
        message = f"The symbol is written wrongly: {citation.meant} is meant."
        return Judgement(Verdict.WRONG_SYMBOL, message, citation, suggestion=citation.meant)

    def _what_there_is(self, citation: Citation) -> str:
        """The sub-items, or the numbers, that there are at the first place that is missing."""
        document, named = citation.document, citation.missing[0]
        if document is None:
            return ""
        if named.items:
            whole = self._resolver.place(document, citation.containers, named.paragraph)
            marks = [f"({each.locator.items[0]})" for each in self._items(whole.rows) if len(each.locator.items) == 1]
            there = cite(document, named.paragraph)
            if whole.rows:
                return f"{there} has {listed(marks)}." if marks else f"{there} has no subparagraphs."
        numbers = [each.locator.number for each in document.paragraphs if each.locator.containers == named.containers]
        last = next((each for each in reversed(numbers) if each), None)
        return f"Its paragraphs go to {last}." if last and named.number else ""

    def _items(self, rows: Sequence[int]) -> list[Item]:
        return [item for row in rows for item in self._store.paragraphs[row].paragraph.items]

    def superseded(self, citation: Citation) -> Iterator[Judgement]:
        """What was issued later of the document cited, and how the paragraphs cited differ in it."""
        document = citation.document
        if document is None:
            return
        related = self._store.related(document.id)
        if (later := related.superseded_by) is not None:
            yield self._later(citation, document, later)
        for corrigendum in related.corrigenda:
            yield from self._corrected(citation, corrigendum)

    def _later(self, citation: Citation, document: Document, later: Document) -> Judgement:
        begun = f"{name_of(document)} was issued again as {name_of(later)}"
        changed = [pair for row in citation.rows if (pair := self._counterpart(row, later)) is not None]
        differing = [(ours, its) for ours, its in changed if Wording(ours).line != Wording(its).line]
        found_at = replace_document(citation, later)
        if differing:
            ours, its = differing[0]
            changes = marked_changes(ours, its)
            message = f"{begun}, in which the paragraph cited reads differently."
            return Judgement(Verdict.SUPERSEDED, message, citation, its, found_at, later, changes, found_at)
        same = len(changed) == len(citation.rows) and citation.rows
        message = f"{begun}, in which the paragraph cited reads the same." if same else f"{begun}."
        compared = changed[0][1] if changed else ""
        return Judgement(Verdict.SUPERSEDED, message, citation, compared, found_at, later)

    def _counterpart(self, row: int, later: Document) -> tuple[str, str] | None:
        """The text of the paragraph at `row` and of the one with its number in `later`; None where that has none."""
        own = self._store.paragraphs[row].paragraph
        its = later.paragraph(own.locator)
        return (own.text, its.text) if its is not None else None

    def _corrected(self, citation: Citation, corrigendum: Document) -> Iterator[Judgement]:
        """That a corrigendum names a paragraph that is cited."""
        numbers = {each.number for each in citation.named if each.number}
        for paragraph in corrigendum.paragraphs:
            told = (found for text in (*paragraph.headings, paragraph.text) for found in find_locators(text))
            if any(locator.number in numbers for found in told for locator in found.locators):
                found_at = cite(corrigendum, paragraph.locator)
                message = f"{name_of(corrigendum)} corrects the paragraph cited."
                yield Judgement(Verdict.SUPERSEDED, message, citation, paragraph.text, found_at, corrigendum)
                return


def replace_document(citation: Citation, document: Document) -> str:
    """The places of `citation` cited in another document."""
    return replace(citation, document=document).printed


def _within_the_draft(citation: Citation, own_numbers: frozenset[str]) -> Judgement:
    absent = [each for each in citation.named if each.number and each.number not in own_numbers]
    if own_numbers and absent and not any(each.containers for each in citation.named):
        return Judgement(Verdict.NO_SUCH_PLACE, f"The draft has no {places_in_words(absent)}.", citation)
    return Judgement(Verdict.IN_ORDER, "", citation)
