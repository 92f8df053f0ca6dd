"""What an index says about itself: `manifest.json`."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import reduce
from pathlib import Path
from reprlib import repr as shown

from index.errors import IndexFolderError
from index.search.faiss_index import EXACT_LIMIT
from index.storage.records import json_value, made

PROGRAM = "pincite"
FORMAT = 7  # of the folder; counts up when what lies in it changes
FILE_NAME = "manifest.json"
REBUILD = "build it again: pincite index"
# Token vectors take 2 bytes x dimension a word piece: about 100 kB a paragraph of 130 word pieces with 384 dimensions,
# 27 MB for the five documents, 500 MB at this limit. They are read in a quarter of the time with a byte a number.
TOKEN_LIMIT = 5_000
# Above it a number of a token has a byte, some 40 kB a paragraph, and above this limit half a one: see
# docs/decisions/0011-many-paragraphs.md.
BYTE_LIMIT = 100_000
# Above this limit there are none, and those of sixty paragraphs are encoded for each question: 40 GB with so many.
COMPRESSED_LIMIT = 2_000_000
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class BuildSettings:
    """How an index is built.

    `token_limit` is the largest number of passages whose token vectors are kept whole, `exact_limit` the largest that
    is searched exactly. Up to `byte_limit` passages the token vectors are kept with a byte a number, up to
    `compressed_limit` with half a byte.
    """

    token_limit: int = TOKEN_LIMIT
    exact_limit: int = EXACT_LIMIT
    byte_limit: int = BYTE_LIMIT
    compressed_limit: int = COMPRESSED_LIMIT

    def keeps_tokens(self, passages: int) -> bool:
        """Whether token vectors of so many passages are kept."""
        return passages <= max(self.token_limit, self.compressed_limit)

    def halves(self, passages: int) -> bool:
        """Whether those of so many passages have half a byte a number."""
        return passages > self.byte_limit

    def compresses(self, passages: int) -> bool:
        """Whether those of so many passages are compressed."""
        return passages > self.token_limit


@dataclass(frozen=True, slots=True)
class Counts:
    """How much an index holds; `tokens` is None where token vectors are not stored."""

    documents: int
    paragraphs: int
    passages: int
    sentences: int
    tokens: int | None

    def plus(self, other: "Counts") -> "Counts":
        """As much as both hold."""
        return self._with(other, 1)

    def minus(self, other: "Counts") -> "Counts":
        """As much as is left without `other`."""
        return self._with(other, -1)

    def _with(self, other: "Counts", times: int) -> "Counts":
        return Counts(
            documents=self.documents + times * other.documents,
            paragraphs=self.paragraphs + times * other.paragraphs,
            passages=self.passages + times * other.passages,
            sentences=self.sentences + times * other.sentences,
            tokens=None if self.tokens is None else self.tokens + times * (other.tokens or 0),
        )


@dataclass(frozen=True, slots=True)
class Manifest:
    """What built an index and what it holds.

    `fingerprint` is a hash over what the index says: documents, model and settings, not the date. `model` is what the
    person called the model, `model_sha256` is over its files; `dimension` is the length of a text's vector,
    `token_dimension` that of a token's, 0 of a model without token vectors. `files` maps each file's path in the folder
    to its SHA-256; it is empty, and `built` as well, until the index is saved. `samples` maps large ones to the
    SHA-256 of parts of them, which are compared when they are opened (see `index.storage.digests`).
    """

    fingerprint: str
    model: str
    model_sha256: str
    dimension: int
    token_dimension: int
    max_tokens: int
    counts: Counts
    settings: BuildSettings = BuildSettings()
    program: str = PROGRAM
    version: str = ""
    format: int = FORMAT
    built: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    samples: Mapping[str, str] = field(default_factory=dict)

    def dated(self, built: str, files: Mapping[str, str], samples: Mapping[str, str]) -> "Manifest":
        """The same manifest with the date and the files' hashes that saving adds."""
        hashes, parts = dict(sorted(files.items())), dict(sorted(samples.items()))
        return replace(self, built=built, files=hashes, samples=parts, version=program_version())

    def to_json(self) -> str:
        """The text of `manifest.json`."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n"


def program_version() -> str:
    """The version of the installed program, or `unknown` in a checkout that was never installed."""
    # Takes longer to import than all else here.
    from importlib import metadata

    try:
        return metadata.version(PROGRAM)
    except metadata.PackageNotFoundError:
        return "unknown"


def fingerprint_of(manifest: Manifest, records: Iterable[Mapping[str, object]]) -> str:
    """The fingerprint of an index of documents with these `records`, made with what `manifest` says.

    Where a document lay when it was read is not part of what the index says.
    """
    model = [manifest.model_sha256, manifest.dimension, manifest.token_dimension, manifest.max_tokens]
    digest = hashlib.sha256(json.dumps([FORMAT, model, asdict(manifest.settings)]).encode())
    for record in records:
        digest.update(json.dumps({**record, "source": ""}, ensure_ascii=False, sort_keys=True).encode())
    return digest.hexdigest()


def joined_manifest(manifests: Sequence[Manifest]) -> Manifest:
    """What an index of several parts, each with one of `manifests`, says of itself: the files are the first one's."""
    first, *others = manifests
    if not others:
        return first
    counts = reduce(Counts.plus, (each.counts for each in manifests))
    digest = hashlib.sha256("\n".join(each.fingerprint for each in manifests).encode())
    built = max(each.built for each in manifests)
    return replace(first, fingerprint=digest.hexdigest(), counts=counts, built=built)


def manifest_without(manifest: Manifest, documents: Iterable[str], counts: Counts) -> Manifest:
    """What an index with `manifest` says of itself without `documents`, which `counts` counts."""
    digest = hashlib.sha256("\n".join([manifest.fingerprint, *sorted(documents)]).encode())
    return replace(manifest, fingerprint=digest.hexdigest(), counts=manifest.counts.minus(counts))


def parse_manifest(text: str, path: Path) -> Manifest:
    """The manifest that `text`, the content of `path`, is; IndexFolderError says what is wrong and what to run."""
    try:
        record = json_value(text)
    except ValueError as error:
        raise IndexFolderError(f"{path} cannot be read ({error}); {REBUILD}") from error
    if not isinstance(record, dict) or record.get("program") != PROGRAM:
        raise IndexFolderError(f"{path} was not written by pincite; name another folder, or run: pincite index")
    if record.get("format") != FORMAT:
        found, made_by = shown(record.get("format")), shown(record.get("version"))
        raise IndexFolderError(f"{path} has format {found} (pincite {made_by}), this program reads {FORMAT}; {REBUILD}")
    try:
        manifest = made(Manifest, record)
        _check_values(manifest)
    except (TypeError, ValueError) as error:
        raise IndexFolderError(f"{path} is broken ({error}); {REBUILD}") from error
    return manifest


def _check_values(manifest: Manifest) -> None:
    """Raise ValueError where a value is none that saving writes: it must fail here and not in the midst of a search."""
    for name, value, least in _least_values(manifest):
        if value < least:
            raise ValueError(f"{name}: {shown(value)} is less than {least}")
    counts = manifest.counts
    keeps_tokens = manifest.token_dimension > 0 and manifest.settings.keeps_tokens(counts.passages)
    if (counts.tokens is not None) != keeps_tokens:
        raise ValueError(f"tokens: {shown(counts.tokens)} does not go with {shown(counts.passages)} passages")
    hashes = {
        "fingerprint": manifest.fingerprint,
        "model_sha256": manifest.model_sha256,
        **manifest.files,
        **manifest.samples,
    }
    for name, digest in hashes.items():
        if not _SHA256.fullmatch(digest):
            raise ValueError(f"{shown(name)}: {shown(digest)} is no SHA-256")


def _least_values(manifest: Manifest) -> Iterator[tuple[str, int, int]]:
    """Each number of `manifest` by its name, and the least that it can be."""
    counts = manifest.counts
    for name in ("dimension", "max_tokens"):
        yield name, getattr(manifest, name), 1
    yield "token_dimension", manifest.token_dimension, 0
    yield from (("documents", counts.documents, 1), ("paragraphs", counts.paragraphs, 1))
    # Each paragraph has a passage and a sentence at least.
    yield from (("passages", counts.passages, counts.paragraphs), ("sentences", counts.sentences, counts.paragraphs))
    yield "tokens", counts.tokens or 0, 0
    for name, value in asdict(manifest.settings).items():
        yield name, value, 0
