"""A gold file's questions counted, for reading."""

from collections.abc import Sequence

from eval.gold.gold import KINDS, SPLITS, GoldQuestion
from eval.tables import table


def counts_text(questions: Sequence[GoldQuestion]) -> str:
    """How many questions there are of each kind and split, paraphrased ones among them."""
    rows = [
        [
            kind,
            *(str(sum(each.split == split for each in own)) for split in SPLITS),
            str(len(own)),
            str(sum(each.paraphrased for each in own)),
        ]
        for kind in KINDS
        if (own := [each for each in questions if each.kind == kind])
    ]
    return table(["kind", *SPLITS, "all", "paraphrased"], rows)
