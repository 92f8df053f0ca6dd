"""Gold questions, answers and documents of a few words, for the tests of the measures."""

from collections.abc import Sequence

from eval.gold.gold import GoldQuestion, Nugget, Place, Requirement
from index.document import Document, Item, Note, Paragraph
from index.locator import Locator
from rag.answer import Answer, Citation, Hit, Statement
from rag.citing.citation import cite
from rag.citing.quoted import source_text

DIRECTORY = "The directory lists: (a) authorities in 129 States; (b) focal points in 80 States."
REPORT = Document(
    id="report",
    title="Progress report",
    symbol="A/1",
    paragraphs=(
        Paragraph(Locator.parse("1"), "The Group met annually in Vienna.", notes=(Note("1", "See resolution 1/4."),)),
        Paragraph(
            Locator.parse("2"),
            DIRECTORY,
            items=(
                Item(Locator.parse("2 (a)"), "authorities in 129 States;", 25, 51),
                Item(Locator.parse("2 (b)"), "focal points in 80 States.", 56, 82),
            ),
        ),
        Paragraph(Locator.parse("3"), "Seminars are held in Lausanne. They began in 2001."),
    ),
)
GUIDE = Document(
    id="guide",
    title="Guidelines",
    date="2021-06-28",
    paragraphs=(Paragraph(Locator.parse("annex, 1"), "States should freeze assets early."),),
)
DOCUMENTS = {"report": REPORT, "guide": GUIDE}


def place(text: str) -> Place:
    """`report 2 (a)`."""
    document, _, locator = text.partition(" ")
    return Place(document, Locator.parse(locator))


def places(*texts: str) -> tuple[Place, ...]:
    return tuple(map(place, texts))


def wanted(*requirements: str) -> tuple[Requirement, ...]:
    """One requirement a text; `or` stands between alternatives."""
    return tuple(Requirement(places(*each.split(" or "))) for each in requirements)


def question(*requirements: str, vital: Sequence[str] = (), other: Sequence[str] = (), id: str = "q") -> GoldQuestion:
    """A question that needs `requirements`; without any, an unanswerable one. A fact's wordings are parted by ` | `."""
    nuggets = [Nugget(tuple(each.split(" | ")), vital=True) for each in vital]
    nuggets += [Nugget(tuple(each.split(" | ")), vital=False) for each in other]
    return GoldQuestion(
        id=id,
        question=f"Question {id}?",
        kind="fact" if requirements else "none",
        paraphrased=False,
        split="tune",
        gold=wanted(*requirements),
        nuggets=tuple(nuggets),
        reference="The documents do not tell.",
    )


def said(text: str, *cited: str) -> Statement:
    """A sentence that quotes itself from each of the places `cited`."""
    citations = []
    for each in map(place, cited):
        document = DOCUMENTS[each.document]
        citations.append(citation(document, each.locator, text))
    return Statement(text, tuple(citations))


def citation(document: Document, locator: Locator, text: str, note: str | None = None) -> Citation:
    """A citation of `text`, which need not stand there."""
    paragraph = document.paragraph(locator)
    held = source_text(note, paragraph) if paragraph else None
    start = max((held or "").find(text), 0)
    printed = cite(document, locator, note)
    return Citation(
        document.id, document.symbol, locator, printed, text, start, start + len(text), document.title, note=note
    )


def answer(*statements: Statement, found: Sequence[str] = (), confidence: float = 1.0) -> Answer:
    """An answer of `statements` from the evidence `found`, best first; refused where there is no statement."""
    hits = tuple(Hit(row, each.document, each.locator, 1.0 / (row + 1)) for row, each in enumerate(places(*found)))
    return Answer(
        question="Question?",
        answered=bool(statements),
        statements=statements,
        evidence=hits,
        nearest=() if statements else hits[:3],
        mode="extractive",
        model="fake",
        index="f" * 64,
        confidence=confidence,
        milliseconds={"retrieve": 1.0, "answer": 2.0},
    )
