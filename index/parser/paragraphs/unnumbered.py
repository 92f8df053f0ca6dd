"""What paragraphs without a number are called: by their page, by the speaker, by the preamble they stand in."""

from collections import Counter
from collections.abc import Mapping

from index.language.english.language import ENGLISH
from index.locator import Label, Locator
from index.parser.blocks import Block


class UnnumberedPlaces:
    """Counts what has no number, each where a reader would count it.

    In a text with numbered paragraphs those without are counted on their page; in a text without any, all paragraphs
    that begin on a page are. Where the file has no pages they are counted in their container.
    """

    def __init__(self, printed_pages: Mapping[int, str], *, numbered: bool) -> None:
        self._printed_pages = printed_pages
        self._label: Label = "" if numbered else "paragraph"
        self._counts = Counter[tuple[str, ...]]()

    def paragraph(self, block: Block, containers: tuple[str, ...], *, speaker: str | None = None) -> Locator:
        """The place of the unnumbered paragraph that begins with `block`; in a record it is `speaker`'s words."""
        if block.page is None:
            return Locator(containers, ordinal=self._count("container", *containers))
        page = self._page(block.page)
        return Locator(containers, None, (), self._count("page", page), self._label, page, speaker)

    def preambular(self, containers: tuple[str, ...]) -> Locator:
        """The place of the next paragraph of the preamble in `containers`."""
        return Locator(containers, ordinal=self._count("preamble", *containers), label="preambular")

    def beside(self, block: Block, containers: tuple[str, ...], label: Label) -> Locator:
        """The place of the table, figure or box without a printed number that begins with `block`."""
        if block.page is None:
            return self.paragraph(block, containers)
        page = self._page(block.page)
        return Locator(containers, None, (), self._count(label, page), label, page)

    def _page(self, page: int) -> str:
        return self._printed_pages.get(page, str(page))

    def _count(self, *what: str) -> int:
        self._counts[what] += 1
        return self._counts[what]


def is_signature(block: Block) -> bool:
    """Whether `block` is who signed the text above it: `(Signed) …`, which belongs to no paragraph of it."""
    return block.begins and block.text.startswith(ENGLISH.signed)
