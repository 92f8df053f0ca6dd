"""A batch as a CSV file: one row a question, UTF-8 with a byte order mark, which Excel needs to read it right."""

import codecs
import csv
from typing import BinaryIO

from rag.batches.batch_result import Batch, Entry
from rag.reports.batch_table import column_names, table_row
from rag.reports.writers.formulas import guarded


class CsvWriter:
    """Writes `batch` to `file`, which translates no line ends; what a program would run as a formula is made plain."""

    def __init__(self, batch: Batch, file: BinaryIO) -> None:
        made_with = batch.provenance
        self._batch = batch
        self._made_with = (made_with.index, made_with.model, made_with.settings_text, made_with.date)
        self._writer = csv.writer(codecs.getwriter("utf-8-sig")(file), lineterminator="\r\n")
        self._writer.writerow([*map(guarded, column_names(batch)), "Index", "Model", "Settings", "Date"])

    def add(self, entry: Entry) -> None:
        """Write the next row."""
        cells = [guarded(cell) if isinstance(cell, str) else cell for cell in table_row(entry, self._batch)]
        self._writer.writerow([*cells, *self._made_with])

    def finish(self) -> None:
        """Nothing stands after the rows."""
