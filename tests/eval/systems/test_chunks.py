from itertools import pairwise

from eval.systems.chunks import CHUNK_CHARACTERS, chunks_of
from index.document import Document, Paragraph
from index.locator import Locator


def document(*texts: str) -> Document:
    paragraphs = (Paragraph(Locator(number=str(i)), text, ("I. Start",)) for i, text in enumerate(texts, start=1))
    return Document("d", "Title", tuple(paragraphs))


def test_short_paragraphs_share_a_chunk_and_the_longest_comes_first() -> None:
    (chunk,) = chunks_of(document("Short one.", "A longer paragraph by far.", "Short two."))

    assert chunk.text == "Title\n\nI. Start\n\n1. Short one.\n\n2. A longer paragraph by far.\n\n3. Short two."
    assert chunk.paragraphs == (1, 0, 2)


def test_a_long_paragraph_is_in_several_chunks_and_none_is_longer_than_it_may_be() -> None:
    long = " ".join(f"word{i}" for i in range(300))
    chunks = list(chunks_of(document("First.", long, "Last.")))

    assert all(len(each.text) <= CHUNK_CHARACTERS for each in chunks)
    assert sum(1 in each.paragraphs for each in chunks) >= 3
    assert 0 in chunks[0].paragraphs
    assert 2 in chunks[-1].paragraphs


def test_chunks_overlap() -> None:
    chunks = list(chunks_of(document(" ".join(f"word{i}" for i in range(600)))))

    for one, other in pairwise(chunks):
        assert one.text.split()[-1] in other.text.split()


def test_a_repeated_paragraph_is_placed_where_it_stands() -> None:
    same = "States parties should share information early. " * 12
    chunks = list(chunks_of(document(same, same, same)))

    assert [each.paragraphs[0] for each in chunks] == [0, 1, 2]


def test_every_paragraph_is_in_some_chunk(corpus: tuple[Document, ...]) -> None:
    for each in corpus:
        held = {place for chunk in chunks_of(each) for place in chunk.paragraphs}
        assert held == set(range(len(each.paragraphs)))
