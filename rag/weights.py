"""Fitted numbers, written by `python -m eval.fit --write` from the tune split; not edited by hand."""

SENTENCE_BIAS = -4.0371
SENTENCE_WEIGHTS = {
    "gap": 0.2679,
    "vector": 2.9386,
    "pieces": 1.2621,
    "words": 2.4726,
    "kind": 1.5123,
    "length": -0.3496,
}

CONFIDENCE_BIAS = -6.8330
CONFIDENCE_WEIGHTS = {
    "chance": 0.2285,
    "kind": 1.8074,
    "years": 2.0409,
    "ordinals": 2.1800,
    "pieces": 2.9750,
}
