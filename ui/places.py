"""Where things lie unless the user says otherwise."""

import os
from pathlib import Path

CORPUS_FOLDER = Path("corpus")


def index_folder() -> Path:
    """The index folder: the environment's `PINCITE_INDEX`, or `.pincite/index` under the current folder."""
    return Path(os.environ.get("PINCITE_INDEX") or Path(".pincite") / "index")
