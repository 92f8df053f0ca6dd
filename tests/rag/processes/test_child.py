"""What a child is asked is what was asked."""

import json

from rag.answering.steps import Asked, Before
from rag.processes.child import _asked, asked_line


def test_questions_come_to_a_child_as_they_were_asked() -> None:
    before = Before("What is CARIN?", (("paper", "26"), ("paper", "annex, 2")), ("paper",))
    group = [Asked("Who?", ("paper", "other"), "7"), Asked("and when was it founded?", before=before)]
    assert [_asked(each) for each in json.loads(asked_line(group))] == group
