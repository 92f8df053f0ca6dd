"""Checked drafts as JSON that other programs rely on."""

from rag.verifying.finding import CheckedDraft, Finding

CONTRACT = 1
"""The version of the object: it only grows."""


def checked_object(checked: CheckedDraft) -> dict[str, object]:
    """The object of one draft: its findings in order, the documents not held, and how many each verdict has."""
    return {
        "contract": CONTRACT,
        "draft": checked.name,
        "wrong": len(checked.wrong),
        "counts": {verdict.value: count for verdict, count in checked.counts().items()},
        "findings": [finding_object(each) for each in checked.findings],
        "not_held": [{"symbol": each.symbol, "url": each.url, "times": each.times} for each in checked.not_held],
    }


def finding_object(finding: Finding) -> dict[str, object]:
    """The object of one finding."""
    return {
        "verdict": finding.verdict.value,
        "wrong": finding.is_wrong,
        "sure": finding.is_sure,
        "place": finding.place,
        "note": finding.note,
        "block": finding.block,
        "start": finding.start,
        "end": finding.end,
        "said": finding.said,
        "citation": finding.citation or None,
        "message": finding.message or None,
        "compared": finding.compared or None,
        "document": finding.document,
        "locator": finding.locator,
        "found_at": finding.found_at or None,
        "changes": [{"style": each.style, "text": each.text} for each in finding.changes],
        "suggestion": finding.suggestion or None,
        "url": finding.url,
    }
