"""What a table or a file of records that is made of a batch is written by."""

from typing import Protocol

from rag.batches.batch_result import Entry


class EntryWriter(Protocol):
    """Writes the rows of a batch as they go by, so that any number of files takes one reading of the answers."""

    def add(self, entry: Entry) -> None:
        """Write the next row."""

    def finish(self) -> None:
        """Write what stands after all rows."""
