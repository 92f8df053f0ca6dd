"""Paragraphs ranked for a question: each once, whole, in an order that can be told beforehand."""

import itertools
from dataclasses import replace

import pytest

from index.document import Document
from index.errors import QuestionError
from index.search.filter import EVERYTHING, Filter
from index.store import Index
from rag.answer import Hit
from rag.question.analyse import NamedPlace, QuestionAnalysis
from rag.question.answer_type import AnswerType
from rag.retrieval.retrieve import Retriever
from rag.settings import DENSE, LATE, LEXICAL, SENTENCE, RetrievalSettings
from tests.support.fake_engines import FakeLexicalSearch, FakePassageSearch
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, numbered

# Words are told apart by their first letters.
LONG = Document("long", "Long", numbered(*(f"Judges decide {word}." for word in "often later never".split() * 8)))
SHORT = Document("short", "Short", numbered("Banks lend.", "Assets move.", "Banks freeze assets.", "Women vote."))
EMPTY = Document("void", "Void", ())


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(LONG, SHORT, EMPTY)


def asked(text: str) -> QuestionAnalysis:
    return QuestionAnalysis(text=text, topic=text, answer_type=AnswerType.OTHER)


def rank(
    index: Index, question: QuestionAnalysis, *only: str, settings: RetrievalSettings | None = None
) -> tuple[Hit, ...]:
    retriever = Retriever(index, FakeEmbedder(), settings)
    return retriever.rank(question, retriever.encode([question])[0], only)


def places(hits: tuple[Hit, ...]) -> list[str]:
    return [f"{hit.document} {hit.locator}" for hit in hits]


def test_the_paragraph_that_holds_the_words_is_first(index: Index) -> None:
    assert places(rank(index, asked("freeze assets")))[:2] == ["short 3", "short 2"]
    assert places(rank(index, asked("Do women vote?")))[0] == "short 4"


def test_a_hit_is_a_whole_paragraph_and_none_comes_twice(index: Index) -> None:
    hits = rank(index, asked("Do banks or judges decide?"))
    assert len({hit.row for hit in hits}) == len(hits)
    for hit in hits:
        ref = index.paragraphs[hit.row]
        assert (hit.document, hit.locator) == (ref.document.id, ref.locator)


def test_a_paragraph_of_several_passages_and_sentences_is_one_hit() -> None:
    split = index_of(Document("split", "Split", numbered("Banks lend. Banks save. Banks fail. Banks close.", "No.")),
                     max_tokens=5)  # fmt: skip
    assert len(split.dense.passages([0, 1])) > 2
    assert places(rank(split, asked("banks"))) == ["split 1", "split 2"]


def test_twenty_paragraphs_are_listed_or_all_there_are(index: Index) -> None:
    assert len(index.paragraphs) == 28
    assert len(rank(index, asked("banks"))) == 20
    assert len(rank(index, asked("banks"), "short")) == 4
    assert len(rank(index, asked("banks"), settings=RetrievalSettings(depth=3))) == 3


def test_more_are_ranked_for_who_reads_more(index: Index) -> None:
    retriever = Retriever(index, FakeEmbedder(), RetrievalSettings(depth=3))
    question = asked("banks")
    ranked = retriever.rank(question, retriever.encode([question])[0], least=5)
    assert len(ranked) == 5
    assert ranked[:3] == rank(index, question, settings=RetrievalSettings(depth=3))


def test_scores_fall_and_equal_ones_stand_in_document_order(index: Index) -> None:
    hits = rank(index, asked("When do judges decide later?"))
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert places(hits)[:8] == [f"long {number}" for number in range(2, 25, 3)]
    for one, other in itertools.pairwise(hits):
        assert one.score > other.score or one.row < other.row


def test_a_question_that_matches_nothing_lists_the_documents_from_the_beginning(index: Index) -> None:
    hits = rank(index, asked("?!"))
    assert [hit.row for hit in hits] == list(range(20))
    assert {hit.score for hit in hits} == {0}


def test_each_hit_tells_what_each_signal_said(index: Index) -> None:
    (first, *_) = rank(index, asked("women vote"))
    assert set(first.signals) == {DENSE, SENTENCE, LEXICAL, LATE}
    assert first.signals[DENSE] == first.signals[SENTENCE] == pytest.approx(1)
    assert first.signals[LATE] == pytest.approx(1)


def test_a_signal_without_a_weight_has_no_say(index: Index) -> None:
    lexical_only = RetrievalSettings(weights={LEXICAL: 1})
    # The word search does not know `borrow`; by its first letter it would be a bank's.
    assert places(rank(index, asked("borrow"), settings=lexical_only))[0] == "long 1"
    assert places(rank(index, asked("borrow"), settings=RetrievalSettings(weights={DENSE: 1})))[0] == "short 1"
    assert LATE not in rank(index, asked("women vote"), settings=lexical_only)[0].signals


def test_reciprocal_ranks_can_be_chosen(index: Index) -> None:
    settings = RetrievalSettings(weights={DENSE: 1, LEXICAL: 1}, fusion="reciprocal ranks")
    (first, *_) = rank(index, asked("women vote"), settings=settings)
    assert first.document == "short"
    assert first.score == pytest.approx(2 / 61)


def test_short_forms_are_spelled_out_for_the_word_search() -> None:
    paper = Document(
        "paper", "Paper", numbered("The Zonal Youth Xylophone (ZYX) plays.", "No.", "Zonal Youth Xylophone pays.")
    )
    index = index_of(paper)
    by_words = RetrievalSettings(weights={LEXICAL: 1})
    assert {hit.row for hit in rank(index, asked("ZYX"), settings=by_words)[:2]} == {0, 2}
    unexpanded = rank(index, asked("ZYX"), settings=replace(by_words, expand=False))
    assert [hit.row for hit in unexpanded] == [0, 1, 2]
    assert unexpanded[1].score == unexpanded[2].score


def test_the_number_of_a_session_is_searched_for_in_words_and_in_figures() -> None:
    paper = Document(
        "paper", "Paper", numbered("Talks went on.", "The fortieth session began.", "No.", "The 40th ended.")
    )
    index, by_words = index_of(paper), RetrievalSettings(weights={LEXICAL: 1})
    assert {hit.row for hit in rank(index, asked("40th session"), settings=by_words)[:2]} == {1, 3}


def test_named_paragraphs_come_first_in_the_questions_order_whatever_they_say(index: Index) -> None:
    question = replace(asked("freeze assets"), places=(NamedPlace(27), NamedPlace(3, ("a",)), NamedPlace(27)))
    assert places(rank(index, question))[:3] == ["short 4", "long 4", "short 3"]
    ignored = rank(index, question, settings=RetrievalSettings(understand=False))
    assert places(ignored)[0] == "short 3"


def test_all_named_paragraphs_are_listed_even_if_they_are_many(index: Index) -> None:
    question = replace(asked("banks"), places=tuple(NamedPlace(row) for row in range(25)))
    assert [hit.row for hit in rank(index, question)] == list(range(25))


def test_the_documents_named_come_before_the_others(index: Index) -> None:
    question = replace(asked("banks"), scopes=(frozenset(range(24)),))
    hits = rank(index, question)
    assert {hit.document for hit in hits} == {"long"}
    ignored = rank(index, question, settings=RetrievalSettings(understand=False))
    assert places(ignored)[0] == "short 1"


def test_what_is_compared_comes_in_turn_and_the_longer_side_goes_on(index: Index) -> None:
    question = replace(asked("judges decide later"), scopes=(frozenset(range(24, 28)), frozenset(range(24))))
    assert places(rank(index, question))[:10] == [
        "short 1", "long 2", "short 2", "long 5", "short 3", "long 8", "short 4", "long 11", "long 14", "long 17",
    ]  # fmt: skip


def test_only_the_documents_asked_for_are_searched(index: Index) -> None:
    assert {hit.document for hit in rank(index, asked("judges"), "short")} == {"short"}
    assert {hit.document for hit in rank(index, asked("banks"), "long", "short")} == {"short", "long"}
    with pytest.raises(QuestionError, match="no document 'other'"):
        rank(index, asked("judges"), "other")


def test_a_document_without_paragraphs_has_none_to_offer(index: Index) -> None:
    assert rank(index, asked("judges"), "void") == ()


def test_questions_encoded_together_are_ranked_as_if_alone(index: Index) -> None:
    retriever = Retriever(index, FakeEmbedder())
    questions = [asked("banks lend"), asked("?"), asked("women vote")]
    for question, encoded in zip(questions, retriever.encode(questions), strict=True):
        assert retriever.rank(question, encoded) == rank(index, question)


class TestPools:
    """Not every signal reads every paragraph."""

    POOLS = RetrievalSettings(pool_depth=5, late_depth=4)

    @pytest.mark.parametrize("question", ["freeze assets", "banks lend", "Do women vote?", "move assets"])
    def test_the_best_are_the_same_as_when_everything_is_read(self, index: Index, question: str) -> None:
        pooled = rank(index, asked(question), settings=self.POOLS)
        assert len(pooled) == 4
        assert pooled[0].row == rank(index, asked(question))[0].row

    def test_each_comes_once_and_scores_fall(self, index: Index) -> None:
        hits = rank(index, asked("banks move assets often"), settings=self.POOLS)
        assert len({hit.row for hit in hits}) == len(hits) == 4
        assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)

    def test_a_named_paragraph_outside_the_pool_still_comes_first(self, index: Index) -> None:
        hits = rank(index, replace(asked("freeze assets"), places=(NamedPlace(20),)), settings=self.POOLS)
        assert places(hits)[:2] == ["long 21", "short 3"]
        assert (hits[0].score, dict(hits[0].signals)) == (0, {})

    def test_a_named_document_is_searched_as_well_as_all_are(self, index: Index) -> None:
        # By its words alone the question would find only paragraphs of the other document.
        question = replace(asked("judges decide later"), scopes=(frozenset(range(24, 28)),))
        hits = rank(index, question, settings=self.POOLS)
        assert [hit.document for hit in hits] == ["short"] * 4 + ["long"] * 4
        unheeding = replace(self.POOLS, understand=False)
        assert {hit.document for hit in rank(index, question, settings=unheeding)} == {"long"}

    def test_a_scope_without_paragraphs_takes_nothing_away(self, index: Index) -> None:
        question = replace(asked("freeze assets"), scopes=(frozenset(), frozenset({99})))
        assert rank(index, question, settings=self.POOLS) == rank(index, asked("freeze assets"), settings=self.POOLS)

    def test_only_the_documents_asked_for_are_in_the_pool(self, index: Index) -> None:
        hits = rank(index, asked("freeze assets"), "long", settings=self.POOLS)
        assert {hit.document for hit in hits} == {"long"}
        assert places(rank(index, asked("freeze assets"), "short", settings=self.POOLS))[0] == "short 3"

    def test_a_document_asked_for_gives_a_whole_pool_though_others_are_nearer(self, index: Index) -> None:
        # Of all paragraphs the first five are of the other document.
        hits = rank(index, asked("judges decide"), "short", settings=self.POOLS)
        assert [hit.document for hit in hits] == ["short"] * 4

    def test_tokens_that_are_not_stored_are_encoded_for_the_pool_alone(self) -> None:
        stored, bare = index_of(LONG, SHORT), index_of(LONG, SHORT, token_limit=0)
        question = asked("freeze assets")
        assert rank(stored, question, settings=self.POOLS) == rank(bare, question, settings=self.POOLS)
        embedder = FakeEmbedder()
        retriever = Retriever(bare, embedder, self.POOLS)
        encoded = retriever.encode([question])[0]
        embedder.encoded.clear()
        retriever.rank(question, encoded)
        assert len(embedder.encoded) == 4


class TestAnyEngine:
    """The retriever asks an engine for pools under filters, and for nothing else."""

    @pytest.fixture
    def engines(self, index: Index) -> tuple[FakePassageSearch, FakeLexicalSearch]:
        return FakePassageSearch(index.store), FakeLexicalSearch(index.store)

    @pytest.fixture
    def elsewhere(self, index: Index, engines: tuple[FakePassageSearch, FakeLexicalSearch]) -> Index:
        return replace(index, dense=engines[0], lexical=engines[1])

    @pytest.mark.parametrize("settings", [None, TestPools.POOLS])
    def test_the_paragraph_that_holds_the_words_is_first(
        self, elsewhere: Index, settings: RetrievalSettings | None
    ) -> None:
        assert places(rank(elsewhere, asked("freeze assets"), settings=settings))[:2] == ["short 3", "short 2"]
        (first, *_) = rank(elsewhere, asked("freeze assets"), settings=settings)
        # `Banks freeze assets.`: both words of the two; f and a of b, f and a; each token of the question is there.
        assert first.signals == pytest.approx({LEXICAL: 2, DENSE: 2 / 6**0.5, SENTENCE: 2 / 6**0.5, LATE: 1})

    def test_it_is_asked_for_the_best_of_all_and_of_each_document_named(
        self, elsewhere: Index, engines: tuple[FakePassageSearch, FakeLexicalSearch]
    ) -> None:
        named = frozenset(range(24, 28))
        rank(elsewhere, replace(asked("freeze assets"), scopes=(named,)), settings=TestPools.POOLS)
        assert engines[0].asked == engines[1].asked == [(5, EVERYTHING), (5, Filter(rows=named))]
        read = [rows for each in engines for rows in each.read]
        assert read
        # 5 and 5 of all, and 4 of the document named, at most.
        assert max(map(len, read)) <= 14
