"""Records of meetings: where each speaker's words begin (`Mr. Chumakov (Russian Federation): I would …`)."""

import re
from collections.abc import Mapping, Sequence

from index.language.english import ENGLISH
from index.parser.blocks import Block

_WORDS = ENGLISH.speakers
_TITLES = "|".join(map(re.escape, _WORDS.titles))
_OFFICES = "|".join(map(re.escape, _WORDS.offices))
_PERSON = rf"(?:{_TITLES}) [^\W\d_][^:()]{{1,70}}?"
_OFFICER = rf"(?:{_WORDS.article} )?[^:()]{{0,60}}?\b(?:{_OFFICES})\b[^:()]{{0,60}}?"
# The name, then in parentheses whom he or she speaks for and in which language.
_TURN = re.compile(rf"(?P<name>{_PERSON}|{_OFFICER})\s*(?:\([^()]{{1,120}}\)\s*){{0,3}}:\s")
_FEWEST_TURNS = 3  # turns to speak; two lines that begin `Name:` stand in any letter


def speakers(running: Sequence[Block]) -> Mapping[Block, str]:
    """The speakers whose words begin with one of the `running` blocks; {} where the text is no record of a meeting."""
    found = {block: name for block in running if (name := _speaker(block)) is not None}
    return found if len(found) >= _FEWEST_TURNS else {}


def _speaker(block: Block) -> str | None:
    if not block.begins or block.marks:
        return None
    match = _TURN.match(block.text)
    return match["name"].strip(" ,") if match else None
