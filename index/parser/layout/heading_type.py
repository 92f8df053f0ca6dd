"""How the headings of a text are set: larger than its running type, in bold or in italics, or like any other line."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.parser.blocks import Block
from index.readers.base import Role

# A text with fewer lines set apart has headings like any other line, as typescripts do.
_FEWEST_HEADINGS = 3
_LARGER = 0.9  # points
_MOSTLY = 0.5  # share of a block's letters


def with_type(blocks: Sequence[Block]) -> Iterator[Block]:
    """`blocks`, each of the running text knowing whether it is set apart, where the text sets its headings so."""
    size = _running_size(blocks)
    if size is None or sum(_is_set_apart(block, size) for block in blocks if block.begins) < _FEWEST_HEADINGS:
        yield from blocks
        return
    for block in blocks:
        known = block.role in (Role.TEXT, Role.BOX) and block.is_laid_out
        yield replace(block, set_apart=_is_set_apart(block, size)) if known else block


def _running_size(blocks: Sequence[Block]) -> float | None:
    """The size in which most of the text is set; None where the format gives no sizes."""
    sizes = Counter[float]()
    for block in blocks:
        if block.role is Role.TEXT:
            for line in block.lines:
                if line.size is not None:
                    sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else None


def _is_set_apart(block: Block, size: float) -> bool:
    if block.role not in (Role.TEXT, Role.BOX) or not block.is_laid_out:
        return False
    larger = min((line.size or 0.0) for line in block.lines) >= size + _LARGER
    return block.bold or block.is_italic or larger or _bold_share(block) > _MOSTLY


def _bold_share(block: Block) -> float:
    """The share of its characters that are in bold: the symbol in a heading often is not."""
    bold = sum(
        len(line.text) if line.bold else sum(end - start for start, end in line.bold_spans) for line in block.lines
    )
    return bold / max(1, sum(len(line.text) for line in block.lines))
