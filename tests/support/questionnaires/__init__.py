"""Lists of questions as offices send them, with what is a question in each; built as Word documents by the tests.

A line of a list is its verdict, its look and its text: `+` is asked, `-` is skipped, `.` is no row of its own. The
looks: `p` paragraph, `b` bold, `c` centred, `h` heading, `t` title, `n` numbered by Word, `m` the same a level deeper,
`u` bullet of Word's, `|` the row of a table (its cells parted by bars; a cell alone stretches across the table). Lines
without a gap between them that begin with `|` are one table.
"""

from tests.support.questionnaires import letters, lists, tables

# In some of them a line is asked that a person would not ask: when nothing is sure, it is.
LISTS = {name: text for kind in (letters, tables, lists) for name, text in vars(kind).items() if name.isupper()}
