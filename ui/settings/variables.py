"""How a setting stands in the environment: its name there, and its value."""

PREFIX = "PINCITE_"


def as_text(value: object) -> str:
    """A value as it would stand in the environment."""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, tuple):
        return ",".join(map(str, value))
    return str(value)
