"""A line of a file that holds questions among other things, before it is known which it is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or a line of a text file, as it stands there.

    `text` is one line, list marks and all; `place` says where it stands. `list_id` names the list that the program
    numbers or marks it in, empty where it does neither, and `depth` the level in that. `is_heading` says that its style
    is a heading's, `is_section` that it is marked as one beyond doubt (`# …`), `is_furniture` that its style is that of
    a title, a caption or a table of contents; `is_emphasised` that it is bold or centred as a whole. `stands_alone`
    says that there is a gap before and after it. `problem` says why it could not be asked if it were a question, None
    where it could.
    """

    place: str
    text: str
    list_id: str = ""
    depth: int = 0
    is_heading: bool = False
    is_section: bool = False
    is_furniture: bool = False
    is_emphasised: bool = False
    stands_alone: bool = False
    problem: str | None = None

    @property
    def heads(self) -> bool:
        """Whether it is set as the heading of what follows."""
        return self.is_heading or self.is_section
