"""The numbering audit."""

from index.document import Finding
from index.locator import Locator
from index.parser.audit import Findings, Numbered, check_numbers
from index.parser.orders import Order


def numbered(*orders: Order, container: str = "", stray: int | None = None) -> list[Numbered]:
    containers = (container,) if container else ()
    return [
        Numbered(
            Locator(containers, ".".join(map(str, order))), order, line, continues=False, stray=line == (stray or -1)
        )
        for line, order in enumerate(orders, start=1)
    ]


def checked(numbers: list[Numbered]) -> tuple[Finding, ...]:
    findings = Findings("report", "report.txt")
    check_numbers(numbers, findings)
    return findings.in_order()


def told(*orders: Order, container: str = "", stray: int | None = None) -> list[str]:
    found = checked(numbered(*orders, container=container, stray=stray))
    return [f"{finding.line} {finding.kind}: {finding.message}" for finding in found]


def test_numbers_that_run_on_give_no_findings() -> None:
    assert told((1,), (2,), (3,)) == []
    assert told((4, 1), (4, 2), (5, 1)) == []
    assert told((1,), (1, 1), (1, 2), (2,)) == []


def test_missing_numbers_are_named() -> None:
    assert told((1,), (3,)) == ["2 missing: paragraph 2 is missing"]
    assert told((1,), (4,)) == ["2 missing: paragraphs 2 and 3 are missing"]
    assert told((1,), (9,)) == ["2 missing: paragraphs 2 to 8 are missing"]
    assert told((4, 1), (4, 3)) == ["2 missing: paragraph 4.2 is missing"]
    assert told((4, 1), (6, 2)) == ["2 missing: paragraphs are missing before 6.2"]


def test_a_beginning_after_1_is_missing_what_is_before() -> None:
    assert told((65,)) == ["1 missing: paragraphs 1 to 64 are missing"]
    assert checked([Numbered(Locator(("article 2",), "3"), (3,), 1, continues=True)]) == ()


def test_repeated_numbers_are_told_within_their_container() -> None:
    assert told((1,), (2,), (2,), container="annex") == ["3 repeated: paragraph 2 is repeated in annex"]
    assert checked([*numbered((1,), (2,)), *numbered((1,), (2,), container="annex")]) == ()


def test_a_stray_number_is_out_of_order_once_and_then_not_missing() -> None:
    assert told((1,), (4,), (2,), (3,), (5,), stray=2) == ["2 out of order: paragraph 4 comes after paragraph 1"]


def test_findings_are_told_by_line_with_the_document_and_its_file() -> None:
    findings = Findings("report", "folder/report.txt")
    findings.add("unplaced", 9, "later")
    findings.add("missing", 2, "earlier")
    assert findings.in_order() == (
        Finding("report", "folder/report.txt", 2, "missing", "earlier"),
        Finding("report", "folder/report.txt", 9, "unplaced", "later"),
    )
    findings.clear()
    assert findings.in_order() == ()
