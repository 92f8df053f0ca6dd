"""`python -m index.embedding.train EXAMPLES… --output FOLDER`: the packaged all-MiniLM-L6-v2, tuned on examples.

What is written is LAYERS_FILE: the weights of its layers alone, since the embeddings of word pieces stay as they are.
The state is kept in the output folder, and the same command goes on from there.
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from index.embedding.onnx_embedder import TOKENIZER_FILE
from index.embedding.packaged import packaged_folder
from index.embedding.train.examples import read_examples
from index.embedding.train.lessons import Lessons, shares
from index.embedding.train.losses import losses
from index.embedding.train.network import load_network, save_layers
from index.embedding.tuned_layers import LAYERS_FILE
from index.errors import TrainingError
from index.training.loop import Schedule, learn
from index.training.program import run, tell
from index.training.steps import device

# Steps until the rate is reached, and what each keeps of the average of the weights before.
_WARM_UP, _AVERAGE = 60, 0.99


def main(arguments: Sequence[str] | None = None) -> int:
    """Train, and write the layers to the folder that is named."""
    return run(_parser(), _train, arguments)


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="python -m index.embedding.train", description="Tune the embedding model.")
    parser.add_argument("examples", type=Path, nargs="+", metavar="EXAMPLES", help="files of examples")
    parser.add_argument("--output", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--half", metavar="SOURCE", help="the source of half of a step's questions")
    parser.add_argument("--together", type=int, default=64, help="questions that are learned from in one step")
    parser.add_argument("--steps", type=int, default=900)
    parser.add_argument("--rate", type=float, default=3e-5, help="how fast to learn")
    parser.add_argument("--seed", type=int, default=1)
    return parser


def _train(given: Namespace) -> None:
    examples = [each for each in read_examples(given.examples) if each.teaches]
    if not examples:
        raise TrainingError("no example has a passage that answers and one that does not; name other files")
    start = packaged_folder()
    lessons = Lessons(
        (start / TOKENIZER_FILE).read_text(encoding="utf-8"),
        examples,
        shares(examples, given.together, given.half),
        given.seed,
    )
    given.output.mkdir(parents=True, exist_ok=True)
    network = load_network(start).to(device())
    schedule = Schedule(given.steps, given.rate, _WARM_UP, _AVERAGE)
    learn(network, partial(losses, network, lessons), schedule, given.output / "state.pt", tell)
    written = given.output / LAYERS_FILE.name
    save_layers(network, written)
    sys.stderr.write(f"\nwritten: {written}\n")


if __name__ == "__main__":
    sys.exit(main())
