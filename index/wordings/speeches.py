"""How speeches begin in records of meetings: with who speaks, for whom, in which language."""

import re

from index.language.english.language import ENGLISH

_WORDS = ENGLISH.speakers
_TITLES = "|".join(map(re.escape, _WORDS.titles))
_OFFICES = "|".join(map(re.escape, _WORDS.offices))
_PERSON = rf"(?:{_TITLES}) [^\W\d_][^:()]{{1,70}}?"
_OFFICER = rf"(?:{_WORDS.article} )?[^:()]{{0,60}}?\b(?:{_OFFICES})\b[^:()]{{0,60}}?"
# The name, then in parentheses whom he or she speaks for and in which language.
TURN = re.compile(rf"(?P<name>{_PERSON}|{_OFFICER})\s*(?:\([^()]{{1,120}}\)\s*){{0,3}}:\s")
"""A pattern for `Mr. Chumakov (Russian Federation) (spoke in Russian): `, with the group `name`."""
