"""The paragraphs of a document while they come: the one in the making and those that are finished."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from index.document import Note, Paragraph, ParagraphKind
from index.locator import Locator
from index.parser.blocks import Block
from index.parser.layout.hyphenation import Vocabulary
from index.parser.paragraphs.paragraphs import ParagraphDraft


class ParagraphList:
    """Finished paragraphs, and the draft of the one that the next block may go on with."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._finished: list[Paragraph] = []
        self._waiting: list[ParagraphDraft] = []
        self.draft: ParagraphDraft | None = None

    def start(
        self,
        block: Block,
        locator: Locator,
        text: str,
        *,
        headings: tuple[str, ...],
        notes: Sequence[Note] = (),
        kind: ParagraphKind = "text",
    ) -> None:
        """Close the draft and begin a paragraph at `locator` with `text` of `block`."""
        self.close()
        self.draft = ParagraphDraft(locator, headings, self._vocabulary, block.first_line, block.page, kind)
        self.draft.go_on(block, text)
        self.draft.notes += [*notes, *block.notes]

    def close(self) -> None:
        """Finish the draft."""
        if self.draft is not None:
            self._finished.append(self.draft.finish())
            self.draft = None

    def suspend(self) -> None:
        """Let the draft wait while a box interrupts it; one that has ended is finished."""
        if self.draft is not None and not self.draft.has_ended:
            self._waiting.append(self.draft)
            self.draft = None
        self.close()

    def resume(self) -> None:
        """Finish the draft and go on with the one that waits, if there is one."""
        self.close()
        if self._waiting:
            self.draft = self._waiting.pop()

    def keep_note(self, note: Note) -> bool:
        """Whether there is a paragraph that a footnote without a mark could be kept with; it is then."""
        if self.draft is not None:
            self.draft.notes.append(note)
        elif self._finished:
            last = self._finished[-1]
            self._finished[-1] = replace(last, notes=(*last.notes, note))
        else:
            return False
        return True

    def in_order(self, beside: Iterable[Paragraph] = ()) -> tuple[Paragraph, ...]:
        """All paragraphs in the order in which they begin, those `beside` the text among them."""
        self.resume()
        self.close()
        return tuple(sorted([*_with_lone_names(self._finished), *beside], key=lambda each: each.first_line))


def _with_lone_names(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """`paragraphs`, with a container's only paragraph, if it has no number, called by the container's name alone."""
    inside: dict[tuple[str, ...], list[Paragraph]] = defaultdict(list)
    for paragraph in paragraphs:
        inside[paragraph.locator.containers].append(paragraph)
    lone = {containers for containers, members in inside.items() if containers and len(members) == 1}
    return [_named(each) if each.locator.containers in lone else each for each in paragraphs]


def _named(paragraph: Paragraph) -> Paragraph:
    if paragraph.locator.number is not None or paragraph.locator.label not in ("", "paragraph"):
        return paragraph
    name = Locator(paragraph.locator.containers)
    items = tuple(replace(item, locator=name.item(*item.locator.items)) for item in paragraph.items)
    return replace(paragraph, locator=name, items=items)
