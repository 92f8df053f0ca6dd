"""How the headings of a text are set: larger than its running type, in bold, italics or capitals, or like any line."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from index.parser.blocks import Block
from index.readers.base import Role
from index.text.typography import in_capitals

# A text with fewer lines set apart has headings like any other line, as typescripts do.
_FEWEST_HEADINGS = 3
LARGER = 0.9  # points
_MOSTLY = 0.5  # share of a block's letters


def with_heading_type(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, those of the running text with whether they are `set_apart`; as they are where headings are not."""
    size = running_size(blocks)
    if size is None:
        return tuple(blocks)
    laid_out = [block for block in blocks if block.role in (Role.TEXT, Role.BOX) and block.is_laid_out]
    apart = {block: _is_set_apart(block, size) for block in laid_out}
    if sum(apart[block] and block.begins for block in laid_out) < _FEWEST_HEADINGS:
        return tuple(blocks)
    # Capitals alone do not tell that all headings are set apart: typescripts have some in capitals and some not.
    return tuple(
        replace(block, set_apart=apart[block] or in_capitals(block.text)) if block in apart else block
        for block in blocks
    )


def is_smaller(block: Block, other: Block) -> bool:
    """Whether `block` is set in smaller type than `other`, as a quotation is below the text."""
    sizes, others = ([line.size for line in each.lines if line.size is not None] for each in (block, other))
    return bool(sizes) and bool(others) and max(sizes) + LARGER <= max(others)


def running_size(blocks: Sequence[Block]) -> float | None:
    """The size in which most of the text is set; None where the format gives no sizes."""
    sizes = Counter[float]()
    for block in blocks:
        if block.role is Role.TEXT:
            for line in block.lines:
                if line.size is not None:
                    sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else None


def _is_set_apart(block: Block, size: float) -> bool:
    larger = min([line.size or 0.0 for line in block.lines]) >= size + LARGER
    return larger or block.bold or block.is_italic or _bold_share(block) > _MOSTLY


def _bold_share(block: Block) -> float:
    """The share of its characters that are in bold: the symbol in a heading often is not."""
    bold = sum(
        len(line.text) if line.bold else sum(end - start for start, end in line.bold_spans) for line in block.lines
    )
    return bold / max(1, sum(len(line.text) for line in block.lines))
