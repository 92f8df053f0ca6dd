"""A batch as a CSV file: one row a question, UTF-8 with a byte order mark, which Excel needs to read it right."""

import csv
from typing import TextIO

from rag.batches.batch_result import Batch
from rag.reports.batch_table import column_names, table_rows
from rag.reports.writers.formulas import guarded

ENCODING = "utf-8-sig"


def write_csv(batch: Batch, file: TextIO) -> None:
    """Write `batch` to `file`, which translates no line ends; what a program would run as a formula is made plain."""
    made_with = batch.provenance
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow([*map(guarded, column_names(batch)), "Index", "Model", "Settings", "Date"])
    for row in table_rows(batch):
        cells = [guarded(cell) if isinstance(cell, str) else cell for cell in row]
        writer.writerow([*cells, made_with.index, made_with.model, made_with.settings_text, made_with.date])
