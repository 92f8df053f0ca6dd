"""Options of commands that are settings as well."""

from functools import partial
from typing import Any

from ui.settings.configured import configured_list, from_file


def setting(variable: str, default: object = None) -> dict[str, Any]:
    """What an option is given that is a setting as well: `variable` of the environment, its key in a file, `default`.

    The command line comes before the environment, which comes before the file.
    """
    return {"envvar": variable, "default": lambda: from_file(variable) or default}


def listed_setting(variable: str) -> dict[str, Any]:
    """As `setting`, for an option that can be given several times; commas part the values in the environment."""
    return {"multiple": True, "default": partial(configured_list, variable)}
