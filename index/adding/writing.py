"""An index written with other documents than it has: by parts where it is large, else the whole of it again."""

from dataclasses import dataclass, replace
from pathlib import Path

from index.adding.parts import PARTS_FROM, Changed, PartChange
from index.build import build_index, new_passages
from index.building.scratch import scratch_beside
from index.corpus.read import Corpus
from index.document import Parse
from index.embedding.base import Embedder
from index.folder.save import save_index
from index.progress import Progress, quiet
from index.store import Index


@dataclass(frozen=True, slots=True)
class IndexWriter:
    """Writes the index in `folder`, whose only writer its caller is (`index.storage.atomic.alone_beside`).

    Where it has more than `parts_from` paragraphs, documents that come become a part of it, those that go are told of
    as gone, and the rest stays; with None never. Only texts that are new are embedded.
    """

    folder: Path
    embedder: Embedder
    on_progress: Progress = quiet
    parts_from: int | None = PARTS_FROM

    def write(self, previous: Index, corpus: Corpus) -> Changed:
        """What came of giving the index, `previous` until now, the documents of `corpus`; the old one stays until then.

        Documents that are the ones of `previous` are taken as they are.
        """
        if self.parts_from is not None and len(previous.paragraphs) > self.parts_from:
            changed = PartChange(self.folder, previous, corpus).write(self.embedder, self.on_progress)
            if changed is not None:
                return changed
        index = self._written_whole(previous, corpus)
        return Changed(index, new_passages(index, previous))

    def _written_whole(self, previous: Index, corpus: Corpus) -> Index:
        findings = tuple(finding for parse in corpus.parses for finding in parse.findings)
        with scratch_beside(self.folder) as place:
            built = build_index(
                [parse.document for parse in corpus.parses],
                self.embedder,
                previous=previous,
                settings=previous.manifest.settings,
                on_progress=self.on_progress,
                scratch=place,
            )
            return save_index(replace(built, findings=findings, corpus=corpus.state), self.folder)


def parses_of(index: Index) -> dict[str, Parse]:
    """The documents of `index`, each with what its audit found, by their ids."""
    parses = {each.id: Parse(each, ()) for each in index.documents}
    for finding in index.findings:
        held = parses[finding.document]
        parses[finding.document] = replace(held, findings=(*held.findings, finding))
    return parses
