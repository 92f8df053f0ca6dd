"""Several questions in one Word document, read back by python-docx."""

from io import BytesIO

import docx

from index.document import Document
from rag.answering.steps import Asked
from rag.reports.outputs import ReportStyle, report_bytes
from rag.reports.thread_report import thread_report
from rag.states import NEAREST
from tests.support.batch_fakes import LACKS, FakeAnswerer, small_index


def test_each_question_has_its_answer_and_what_is_quoted_stands_once_at_the_end(
    documents: tuple[Document, ...],
) -> None:
    index = small_index(documents)
    answers = list(FakeAnswerer(index).answer_many([Asked("List?"), Asked("List again?"), Asked("None?")]))
    report = thread_report(answers, index, "2026-11-21T09:00:00+00:00")
    written = docx.Document(BytesIO(report_bytes(report, ".docx", ReportStyle(report.title, "brackets"))))
    lines = [paragraph.text for paragraph in written.paragraphs]
    assert lines[0] == "List?"
    asked = [line for line in lines if line in ("1. List?", "2. List again?", "3. None?")]
    assert asked == ["1. List?", "2. List again?", "3. None?"]
    assert lines.count("States should: [A/1, para. 2]") == 2
    assert sum(line.startswith(NEAREST) for line in lines) == 1
    assert lines.count("(b) Return assets.") == 1
    assert lines.index("(b) Return assets.") > lines.index("3. None?")


def test_related_passages_stay_marked_as_such(documents: tuple[Document, ...]) -> None:
    index = small_index(documents)
    report = thread_report(list(FakeAnswerer(index).answer_many([Asked("Related?")])), index, "2026-11-21")
    words = [str(block) for block in report.blocks()]
    assert any(LACKS in each for each in words)
    assert any("kind='related'" in each for each in words)
