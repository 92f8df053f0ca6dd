"""Fitted numbers, written by `python -m eval.fit --write` from the tune split; not edited by hand."""

SENTENCE_BIAS = -4.1337
SENTENCE_WEIGHTS = {
    "gap": 0.2693,
    "vector": 2.9471,
    "pieces": 1.2426,
    "words": 2.4540,
    "kind": 1.5407,
    "length": -0.3244,
}

CONFIDENCE_BIAS = -7.0338
CONFIDENCE_WEIGHTS = {
    "chance": 0.2532,
    "kind": 1.6286,
    "years": 1.9785,
    "ordinals": 2.0736,
    "pieces": 3.5876,
}
