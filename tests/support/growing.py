"""Index folders of files that come, change and go."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from index.build import build_index
from index.corpus.read import read_corpus
from index.folder.save import save_index
from index.manifest import BuildSettings
from index.update import Updater
from tests.support.fakes import FakeEmbedder

WHOLE, BYTES, HALVES = BuildSettings(), BuildSettings(token_limit=0), BuildSettings(token_limit=0, byte_limit=0)
NONE = BuildSettings(token_limit=0, compressed_limit=0)
APPROXIMATE = BuildSettings(exact_limit=0)


def written(texts: Mapping[str, str], folder: Path) -> Path:
    """A folder `papers` in `folder`, with a text file for each of `texts`."""
    papers = folder / "papers"
    papers.mkdir()
    for name, text in texts.items():
        (papers / f"{name}.txt").write_text(text, encoding="utf-8")
    return papers


def built(papers: Path, folder: Path, settings: BuildSettings = WHOLE) -> Path:
    """`folder`, with the index of the files in `papers` that was built with `settings`."""
    corpus = read_corpus([papers])
    index = build_index([each.document for each in corpus.parses], FakeEmbedder(), settings=settings)
    save_index(replace(index, corpus=corpus.state), folder)
    return folder


def updater(folder: Path) -> Updater:
    """What changes the index in `folder` by parts, however small it is."""
    return Updater(folder, FakeEmbedder(), parts_from=0)


def parts(folder: Path) -> list[str]:
    """The names of the parts that were added to the index in `folder`."""
    return sorted(each.name for each in (folder / "added").iterdir()) if (folder / "added").exists() else []
