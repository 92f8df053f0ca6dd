"""`python -m rag.reader.train START EXAMPLES… --output FOLDER`: a reader from start weights and examples.

START is a folder with a network's `config.json`, `tokenizer.json` and weights (`*.safetensors`), and so is the output.
The state is kept in the output folder, and the same command goes on from there. With `--average` nothing is learnt: the
reader is the mean of those named, which were trained from the same start and judge better together than each does
(Wortsman et al. 2022). Needs the extra `train`.
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from shutil import copyfile

import torch

from index.errors import TrainingError
from index.training.bert import CONFIG_FILE, freeze
from index.training.loop import Schedule, learn
from index.training.program import run, tell
from index.training.steps import device
from rag.reader.onnx_reader import TOKENIZER_FILE
from rag.reader.train.early import foretell
from rag.reader.train.examples import Example, read_examples
from rag.reader.train.export import export
from rag.reader.train.lessons import Lessons
from rag.reader.train.network import OWN_HEADS, PairNetwork, average, load_network, save_network
from rag.reader.train.steps import losses

# Steps until the rate is reached, and what each keeps of the average of the weights before.
_WARM_UP, _AVERAGE = 50, 0.995


def main(arguments: Sequence[str] | None = None) -> int:
    """Train, and write the weights and the network for ONNX Runtime to the folder that is named."""
    return run(_parser(), _train, arguments)


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="python -m rag.reader.train", description="Train a reader.")
    parser.add_argument("start", type=Path, metavar="START", help="the folder with the start weights")
    parser.add_argument("examples", type=Path, nargs="+", metavar="EXAMPLES", help="files of examples")
    parser.add_argument("--output", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--splits", nargs="+", default=["train"], help="the splits to learn from")
    parser.add_argument("--average", type=Path, nargs="+", default=[], metavar="FOLDER", help="trained readers")
    parser.add_argument("--together", type=int, default=1, help="questions that are learned from in one step")
    parser.add_argument("--epochs", type=float, default=1.0, help="how often each question is read")
    parser.add_argument("--rate", type=float, default=2e-5, help="how fast to learn")
    parser.add_argument("--head-rate", type=float, default=5e-4, help="how fast the head for sentences learns")
    parser.add_argument("--frozen", type=int, default=6, help="layers that stay as they are, from the first")
    parser.add_argument("--seed", type=int, default=1)
    return parser


def _train(given: Namespace) -> None:
    examples = [each for each in read_examples(given.examples) if each.split in given.splits]
    if not examples:
        raise TrainingError(f"no example of the splits {', '.join(given.splits)}; name other files or splits")
    given.output.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(given.seed)
    trained = average(given.average) if given.average else _learnt(given, examples)
    foretell(trained.cpu(), given.start / TOKENIZER_FILE, examples, given.seed, tell)
    save_network(trained, given.output / "model.safetensors")
    for name in (TOKENIZER_FILE, CONFIG_FILE):
        copyfile(given.start / name, given.output / name)
    sys.stderr.write(f"\nwritten: {export(trained, given.output)}\n")


def _learnt(given: Namespace, examples: Sequence[Example]) -> PairNetwork:
    network = load_network(given.start).to(device())
    # Lower layers know the language, which does not change.
    freeze(network.m.bert, given.frozen)
    steps = round(given.epochs * len(examples) / given.together)
    schedule = Schedule(steps, given.rate, _WARM_UP, _AVERAGE, dict.fromkeys(OWN_HEADS, given.head_rate))
    lessons = Lessons(given.start / TOKENIZER_FILE, examples, given.together, given.seed)
    return learn(network, partial(losses, network, lessons), schedule, given.output / "state.pt", tell)


if __name__ == "__main__":
    sys.exit(main())
