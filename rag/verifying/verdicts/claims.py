"""What a sentence in the draft's own words says and the paragraphs cited for it do not: figures, names, symbols."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.language.english.language import ENGLISH
from index.search.bm25 import terms
from index.search.document_store import DocumentStore, ParagraphRef
from index.sentences import Span, sentence_spans
from index.symbols import symbol_key
from rag.answering.checks.named import named_in, plain
from rag.citing.citation import cite
from rag.proof.figures import missing_figures
from rag.proof.names import missing_names
from rag.proof.source import Source
from rag.verifying.citations.resolve import Citation, Resolver
from rag.verifying.citations.symbols import near_misses
from rag.verifying.finding import Judgement, Verdict
from rag.verifying.statements import Group, Statement

_GENERIC = frozenset(each.lower() for each in ENGLISH.checks.generic_names | ENGLISH.checks.regions)
# The number of a resolution or decision: `73/190`, `18/CMA.1`.
_LAST_NUMBER = re.compile(r"\d+(?:/\w+)*(?:\.\w+)*$")
# What stands before a citation that leads to what a sentence says: `In paragraph 4 of …, the Assembly decided`.
_LEADING = re.compile(rf"\s*(?:{ENGLISH.drafts.leading})\s+(?:the\s+)?", re.I)
# What stands before a citation that a bracket is there for.
_OPENED = re.compile(rf"[(\[]\s*(?:{ENGLISH.drafts.see}\s+)?(?:in\s+)?(?:the\s+)?$", re.I)
_SPLIT = re.compile(r"[\s-]+")
# The share of a sentence's words that a paragraph must have to be the one that is meant, where the symbol is not.
_MEANT = 0.6
# Words of meaning: of fewer nothing can be said.
_FEWEST = 4


@dataclass(frozen=True, slots=True)
class Claim:
    """What a statement says in its own words, at the places where it stands: blanks in place of all else.

    `start` is where it begins in the block; `citing` are the citations that it rests on, `named` those that it only
    names.
    """

    text: str
    start: int
    citing: tuple[Citation, ...]
    named: tuple[Citation, ...]


def claim_of(statement: Statement, text: str) -> Claim:
    """The claim of `statement`, a part of the block `text`; its text is as long as that part."""
    named = _only_named(statement)
    formal = (each for each in statement.groups if _is_formal(each, statement, text))
    citing = tuple(each for group in formal for each in group.citations if each not in named)
    blanks = [each.outer for each in statement.quotations]
    blanks += [(each.start, each.end) for each in statement.citations if each.note is None]
    said = text[statement.start : statement.end]
    for start, end in blanks:
        first, last = max(0, start - statement.start), max(0, end - statement.start)
        said = said[:first] + " " * (min(last, len(said)) - first) + said[last:]
    return Claim(said, statement.start, citing, named)


def _is_formal(group: Group, statement: Statement, text: str) -> bool:
    """Whether a sentence rests on what `group` cites: in brackets, in a note, or where it leads to what is said.

    A paragraph that is named on the way (`reports submitted in accordance with paragraph 10 of …`) says something else.
    """
    if group.in_note:
        return True
    if group.in_brackets:
        return _OPENED.search(text[statement.start : group.start]) is not None
    return _LEADING.fullmatch(text, statement.start, group.start) is not None


def _only_named(statement: Statement) -> tuple[Citation, ...]:
    """The documents that a statement speaks of, where it cites a place for what it says."""
    formal = [each for each in statement.groups if each.names_places and (each.in_note or each.in_brackets)]
    cited = {_document(each) for group in statement.groups if group.names_places for each in group.citations}
    running = (each for each in statement.groups if not each.in_note and not each.is_compared)
    named = ((group, each) for group in running for each in group.citations)
    return tuple(each for group, each in named if _is_named(group, each, formal, cited))


def _is_named(group: Group, citation: Citation, formal: Sequence[Group], cited: Collection[str]) -> bool:
    """Whether a citation of `group` is one that a statement speaks of; `cited` are the documents with a place."""
    if group.in_brackets and _is_by_symbol(citation):
        return False
    if group.names_places:
        return _is_spoken_of(citation, formal)
    return bool(cited) and _document(citation) not in cited


def _is_spoken_of(citation: Citation, formal: Sequence[Group]) -> bool:
    """Whether a place of a document that is not held is named in a sentence that cites another for what it says."""
    others = [each for each in formal if citation not in each.citations and not each.is_compared]
    return citation.status == "not held" and bool(others)


def _is_by_symbol(citation: Citation) -> bool:
    """Whether a document is cited by its symbol: in brackets that is a source, and `resolution 73/190` a thing said."""
    return citation.symbol is not None and citation.symbol in citation.written


def _document(citation: Citation) -> str:
    return citation.document.id if citation.document else citation.symbol or citation.written


class ClaimJudge:
    """Judges claims by the paragraphs of `store`; `short_forms` are those of its documents with their long forms."""

    def __init__(self, store: DocumentStore, resolver: Resolver, short_forms: Mapping[str, str]) -> None:
        self._store = store
        self._resolver = resolver
        self._short_forms = short_forms

    def judge(self, claim: Claim) -> Iterator[tuple[Judgement, Span]]:
        """What the paragraphs cited for a claim do not say, each with its place in the claim's text."""
        rows = dict.fromkeys(row for each in claim.citing for row in each.rows)
        sources = [self._source(self._store.paragraphs[row]) for row in rows]
        if not sources or not _can_be_compared(claim.citing, sources):
            return
        cited = next(each for each in claim.citing if each.rows)
        found_at = "; ".join(dict.fromkeys(each.printed for each in claim.citing))
        compared = self._store.paragraphs[cited.rows[0]].text
        for words, span in self._missing(claim, sources):
            message = f"“{words}” is not in {found_at}."
            yield Judgement(Verdict.NOT_THERE, message, cited, compared, found_at, cited.document), span

    def _missing(self, claim: Claim, sources: Sequence[Source]) -> Iterator[tuple[str, Span]]:
        figures = (each.words for each in missing_figures(claim.text, sources))
        names = (each.words for each in missing_names(claim.text, sources, self._short_forms))
        for words in dict.fromkeys((*figures, *_specific(names), *_countries(claim.text, sources))):
            start = claim.text.find(words)
            yield words, (start, start + len(words)) if start >= 0 else (0, len(claim.text))
        yield from self._missing_documents(claim, sources)

    def _missing_documents(self, claim: Claim, sources: Sequence[Source]) -> Iterator[tuple[str, Span]]:
        """The documents that a claim names and its paragraphs do not."""
        text = "\n".join(f"{each.text}\n{each.about}" for each in sources)
        for each in claim.named:
            number = _LAST_NUMBER.search(each.written.split(" (")[0])
            by_number = number is not None and re.search(rf"(?<![\w/]){re.escape(number[0])}(?![\w/])", text)
            if not by_number and not (each.symbol and symbol_key(each.symbol) in symbol_key(text)):
                yield each.written, (each.start - claim.start, each.end - claim.start)

    def by_slip(self, claim: Claim, citation: Citation) -> Judgement | None:
        """That the symbol of a citation is one slip from that of the document that says what is claimed, if it is."""
        stems = frozenset(terms(claim.text))
        if citation.document is not None or citation.symbol is None or len(stems) < _FEWEST:
            return None
        for symbol in near_misses(citation.symbol, self._resolver.titles.symbols):
            for row in self._rows(symbol, citation):
                own = frozenset(terms(self._store.paragraphs[row].text))
                if len(stems & own) >= _MEANT * len(stems):
                    ref = self._store.paragraphs[row]
                    found_at = cite(ref.document, ref.locator)
                    message = f"{citation.symbol} is not held; {found_at} says this."
                    return Judgement(
                        Verdict.WRONG_SYMBOL,
                        message,
                        citation,
                        ref.text,
                        found_at,
                        ref.document,
                        suggestion=symbol,
                        locator=ref.locator,
                    )
        return None

    def _rows(self, symbol: str, citation: Citation) -> Iterable[int]:
        """The paragraphs at the places of `citation` in the document with `symbol`."""
        document = self._resolver.document(symbol)
        if document is None:
            return ()
        return [row for named in citation.named for row in self._resolver.place(document, (), named).rows]

    def _source(self, ref: ParagraphRef) -> Source:
        paragraph, document = ref.paragraph, ref.document
        sentences = [ref.text[start:end] for start, end in sentence_spans(ref.text, paragraph.items)]
        about = (
            document.title, document.short_title, document.symbol, document.date, document.body, document.session,
            str(ref.locator), *paragraph.headings,
        )  # fmt: skip
        notes = (each.text for each in paragraph.notes if each.text)
        return Source.of_text(*sentences, *notes, about="\n".join(each for each in about if each))


def _can_be_compared(citations: Iterable[Citation], sources: Sequence[Source]) -> bool:
    """Whether it is known what stands at all `citations`, and little enough to be what was meant."""
    text = symbol_key(" ".join(each.text for each in sources))
    # A document that the paragraph cited names as well is part of what is said.
    cited_for = (each for each in citations if not (_is_whole(each) and symbol_key(each.symbol or "-") in text))
    return all(_is_known(each) for each in cited_for)


def _is_whole(citation: Citation) -> bool:
    return not citation.named and not citation.footnotes


def _is_known(citation: Citation) -> bool:
    is_one_place = all(each.number is not None or each.ordinal is not None for each in citation.named)
    is_there = bool(citation.rows) and not citation.missing
    return citation.status == "held" and citation.is_sure and is_there and is_one_place


def _countries(text: str, sources: Sequence[Source]) -> Iterator[str]:
    """The countries that `text` names and `sources` do not, by whatever name."""
    held = plain("\n".join(f"{each.text}\n{each.about}" for each in sources))
    for named in named_in(text):
        if named.kind == "country" and not any(re.search(rf"(?<!\w){re.escape(each)}", held) for each in named.forms):
            yield named.words


def _specific(names: Iterable[str]) -> Iterator[str]:
    """`names` without those that any document of the United Nations may have, as `Member States`."""
    return (each for each in names if not all(word.lower() in _GENERIC for word in _SPLIT.split(each)))
