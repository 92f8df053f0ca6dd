"""The verdict on a quotation: verbatim where it is cited, altered, or somewhere else."""

from collections.abc import Sequence

from index.displayed_lists import finest_item
from index.symbols import symbol_key
from rag.citing.citation import cite
from rag.comparing.word_diff import Stretch
from rag.verifying.citations.resolve import Citation, Resolver, no_place
from rag.verifying.citations.symbols import near_misses
from rag.verifying.citations.texts import CitedTexts
from rag.verifying.finding import Judgement, Verdict
from rag.verifying.quoting.differences import Nearness, nearness
from rag.verifying.quoting.quotations import marked_spans
from rag.verifying.quoting.sources import Source, Sources
from rag.verifying.quoting.usage import Piece, pieces_of, standing
from rag.verifying.quoting.words import Wording

# Words. Fewer are often a term and not a quotation: what is not found is not called altered then.
SHORTEST = 4
# Words of a quotation that has no citation: fewer can stand in a document by chance.
SHORTEST_UNCITED = 6
# The share of a quotation's words, in order, that a paragraph must have for it to be the one quoted from.
_ALTERED = 0.5
# By how much another paragraph must have more of them than the one cited.
_CLEARLY = 0.25


class QuotationJudge:
    """Judges quotations by the texts of `sources`, cited as `resolver` reads it."""

    def __init__(self, sources: Sources, resolver: Resolver) -> None:
        self._sources = sources
        self._resolver = resolver
        self._texts = CitedTexts(sources.store)

    def judge(self, quotation: str, citations: Sequence[Citation]) -> Judgement | None:
        """The verdict on a quotation for which `citations` are given; None where it is none to be judged."""
        pieces = pieces_of(quotation)
        count = sum(word.is_word for piece in pieces for word in piece.words)
        if not pieces or not count:
            return None
        if not citations:
            return self._uncited(pieces) if count >= SHORTEST_UNCITED else None
        known = [each for each in citations if each.status == "held"]
        for each in known:
            if (text := self._text_holding(pieces, each)) is not None:
                return Judgement(Verdict.VERBATIM, "", each, text, each.printed, each.document)
        if count < SHORTEST:
            return None
        holding = list(self._sources.holding(pieces))
        return self._elsewhere(pieces, citations, holding) if holding else self._altered(pieces, citations)

    def anywhere(self, quotation: str) -> Judgement:
        """Where the words of a quotation without a citation stand, however few; else what they come nearest to."""
        pieces = pieces_of(quotation)
        if (source := next(self._sources.holding(pieces), None)) is not None:
            return self._at(source, pieces)
        for source in self._sources.nearest(pieces):
            near = nearness(pieces, self._sources.wording(source))
            if near.share >= _ALTERED:
                start, end = near.span
                message = f"The words differ from {self._cited(source)}."
                return self._of(
                    Verdict.ALTERED, message, source, None, near.changes, self._sources.text(source)[start:end]
                )
        return Judgement(Verdict.UNCLEAR, "The words stand in none of the documents held, nor do any come near them.")

    def _uncited(self, pieces: Sequence[Piece]) -> Judgement | None:
        # What a document quotes itself is not its own: to cite that would be to cite at second hand.
        own = (each for each in self._sources.holding(pieces) if not self._quotes(each, pieces))
        source = next(own, None)
        return None if source is None else self._at(source, pieces)

    def _at(self, source: Source, pieces: Sequence[Piece]) -> Judgement:
        """That the words of `pieces`, for which no citation is given, stand in `source`."""
        found_at = self._cited(source, pieces)
        message = f"The words stand verbatim in {found_at}; no citation is given."
        return self._of(Verdict.NO_CITATION, message, source, suggestion=f"({found_at})")

    def _quotes(self, source: Source, pieces: Sequence[Piece]) -> bool:
        """Whether the words of `pieces` stand between quotation marks in `source`."""
        text = self._sources.text(source)
        span = standing(pieces, self._sources.wording(source))
        return span is not None and any(start <= span[0] and span[1] <= end for start, end in marked_spans(text))

    def _text_holding(self, pieces: Sequence[Piece], citation: Citation) -> str | None:
        """The text at a citation in which the words stand; None where they do not."""
        return next((text for text in self._texts.of(citation) if standing(pieces, Wording(text)) is not None), None)

    def _elsewhere(
        self, pieces: Sequence[Piece], citations: Sequence[Citation], holding: Sequence[Source]
    ) -> Judgement:
        """The verdict where the words stand in other places than those cited."""
        for each in citations:
            if (slip := self._by_slip(each, holding)) is not None:
                return slip
        cited = next((each for each in citations if each.status == "held"), citations[0])
        if cited.status != "held":
            return self._beside_not_held(cited, holding[0])
        source = self._nearest_to(cited, holding)
        found_at = self._cited(source, pieces)
        if cited.missing:
            message = f"{no_place(cited)} The words stand verbatim in {found_at}."
            return self._of(Verdict.NO_SUCH_PLACE, message, source, cited, suggestion=found_at)
        message = f"The words stand verbatim in {found_at}, not in {cited.printed}."
        return self._of(Verdict.ELSEWHERE, message, source, cited, suggestion=found_at)

    def _by_slip(self, citation: Citation, holding: Sequence[Source]) -> Judgement | None:
        """The verdict where the words stand in the document whose symbol that of `citation` nearly is."""
        if citation.symbol is None:
            return None
        near = [symbol_key(each) for each in near_misses(citation.symbol, self._resolver.titles.symbols)]
        for source in holding:
            document = self._sources.document(source)
            if document.symbol is None or symbol_key(document.symbol) not in near or document is citation.document:
                continue
            if citation.status == "held" and not self._is_named(citation, source):
                continue
            found_at = self._cited(source)
            message = f"The words stand in {found_at}; {citation.symbol} is another symbol."
            return self._of(Verdict.WRONG_SYMBOL, message, source, citation, suggestion=document.symbol)
        return None

    def _is_named(self, citation: Citation, source: Source) -> bool:
        """Whether `citation` names the number of the paragraph that `source` is."""
        number = self._sources.store.paragraphs[source.row].locator.number
        return any(each.number == number for each in citation.named)

    def _beside_not_held(self, citation: Citation, source: Source) -> Judgement:
        message = f"{citation.written} is not among the documents held; the words stand in {self._cited(source)} too."
        return self._of(Verdict.NOT_HELD, message, source, citation)

    def _nearest_to(self, citation: Citation, holding: Sequence[Source]) -> Source:
        """Of the sources that have the words one of the document cited, the nearest to the place cited."""
        if citation.document is None:
            return holding[0]
        own = self._sources.store.rows_of(citation.document.id)
        first = citation.rows[0] if citation.rows else own.start
        return min(holding, key=lambda each: (each.row not in own, abs(each.row - first)))

    def _altered(self, pieces: Sequence[Piece], citations: Sequence[Citation]) -> Judgement:
        """The verdict where the words stand nowhere as they are."""
        cited, text, near = self._best_cited(pieces, citations)
        for source in self._sources.nearest(pieces):
            its = nearness(pieces, self._sources.wording(source))
            if its.share >= _ALTERED and its.share > near.share + _CLEARLY:
                return self._altered_elsewhere(cited, source, its)
        if cited.status != "held":
            return Judgement(Verdict.NOT_HELD, f"{cited.written} is not among the documents held.", cited)
        if cited.missing and near.share < _ALTERED:
            return Judgement(Verdict.NO_SUCH_PLACE, no_place(cited), cited, document=cited.document)
        if near.share >= _ALTERED:
            message = f"The words differ from {cited.printed}."
            start, end = near.span
            return Judgement(
                Verdict.ALTERED, message, cited, text, cited.printed, cited.document, near.changes, text[start:end]
            )
        message = f"{cited.printed} has no such words."
        return Judgement(Verdict.ALTERED, message, cited, text, cited.printed, cited.document)

    def _best_cited(self, pieces: Sequence[Piece], citations: Sequence[Citation]) -> tuple[Citation, str, Nearness]:
        """The citation whose text comes nearest to the words, that text, and how near."""
        best = next((each for each in citations if each.status == "held"), citations[0]), "", Nearness(0.0, (0, 0), ())
        for each in citations:
            texts = self._texts.of(each) if each.named or each.footnotes else ()
            for text in texts:
                near = nearness(pieces, Wording(text))
                if near.share > best[2].share:
                    best = each, text, near
        return best

    def _altered_elsewhere(self, citation: Citation, source: Source, near: Nearness) -> Judgement:
        document = self._sources.document(source)
        found_at = self._cited(source)
        text = self._sources.text(source)
        start, end = near.span
        if citation.status == "held" and not citation.named and document is citation.document:
            # All of the document is cited: the words are where they should be, and not as they should be.
            message = f"The words differ from {found_at}."
            return self._of(Verdict.ALTERED, message, source, citation, near.changes, text[start:end])
        if citation.status != "held" and document.symbol is not None and citation.symbol is not None:
            near_symbols = near_misses(citation.symbol, self._resolver.titles.symbols)
            if document.symbol in near_symbols:
                message = f"The words, altered, stand in {found_at}; {citation.symbol} is another symbol."
                return self._of(Verdict.WRONG_SYMBOL, message, source, citation, near.changes, document.symbol)
        if citation.status != "held":
            return Judgement(Verdict.NOT_HELD, f"{citation.written} is not among the documents held.", citation)
        if citation.missing:
            message = f"{no_place(citation)} The words, altered, stand in {found_at}."
            return self._of(Verdict.NO_SUCH_PLACE, message, source, citation, near.changes, found_at)
        message = f"The words, altered, stand in {found_at}, not in {citation.printed}."
        return self._of(Verdict.ELSEWHERE, message, source, citation, near.changes, found_at)

    def _of(
        self,
        verdict: Verdict,
        message: str,
        source: Source,
        citation: Citation | None = None,
        changes: tuple[Stretch, ...] = (),
        suggestion: str = "",
    ) -> Judgement:
        document = self._sources.document(source)
        text, locator = self._sources.text(source), self._sources.store.paragraphs[source.row].locator
        return Judgement(verdict, message, citation, text, self._cited(source), document, changes, suggestion, locator)

    def _cited(self, source: Source, pieces: Sequence[Piece] = ()) -> str:
        """The citation of a source or, where the words of `pieces` stand in a sub-item of it, of that."""
        ref = self._sources.store.paragraphs[source.row]
        span = standing(pieces, self._sources.wording(source)) if source.note is None else None
        items = finest_item(ref.paragraph, span) if span else ()
        return cite(ref.document, ref.locator.item(*items) if items else ref.locator, source.note)
