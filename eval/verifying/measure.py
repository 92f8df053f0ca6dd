"""Recall and precision of the check by kind of error, false alarms, and whether files are left as they were."""

import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from io import BytesIO
from pathlib import Path
from time import process_time
from zipfile import ZipFile

from eval.tables import shown, table
from eval.verifying.drafts import MadeDraft, made_draft, spans, with_superseded
from eval.verifying.errors import MAKERS
from eval.verifying.item import EXPECTED, Item, Kind
from index.progress import Progress, quiet
from index.search.document_store import DocumentStore
from rag.verifying.check import DraftChecker
from rag.verifying.files import CheckedFile, read_draft_file
from rag.verifying.finding import Finding, Verdict

LEAST_RECALL, LEAST_OF_A_KIND, MOST_FALSE = 0.95, 0.90, 0.02
"""What has to be reached: the share of errors found, of each kind, and false alarms a right reference."""
WORDS_A_PAGE = 450
"""Words of a page of a report of the United Nations, counted on A/80/75."""
# Parts of a Word file that tell of comments.
_OF_COMMENTS = frozenset({"word/comments.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"})
_MARKER = rb"(?:<w:commentRange(?:Start|End) w:id=\"\d+\"/>|<w:r><w:commentReference w:id=\"\d+\"/></w:r>)"
_MARKERS = re.compile(_MARKER + rb"+")
# What parts a run for a comment in it, before its marks and after them.
_CLOSED = b"</w:t></w:r>"
_OPENED = re.compile(rb"<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t xml:space=\"preserve\">")


@dataclass(slots=True)
class Tally:
    """Errors of one kind: how many there were and how many were found."""

    planted: int = 0
    found: int = 0

    @property
    def recall(self) -> float:
        """The share that was found; 1 where there was none."""
        return self.found / self.planted if self.planted else 1.0


@dataclass(slots=True)
class Score:
    """What the check of made drafts came to.

    `right` are the references without an error, `false` the findings that call something wrong in them. `verdicts` are
    for each verdict how many findings there were and how many of them were on an error of that kind. `left` is the
    number of files of which nothing but comments was changed, of `files`. `seconds` are of the processor.
    """

    kinds: dict[Kind, Tally] = field(default_factory=dict)
    verdicts: dict[Verdict, list[int]] = field(default_factory=dict)
    right: int = 0
    false: int = 0
    files: int = 0
    left: int = 0
    words: int = 0
    references: int = 0
    seconds: float = 0.0
    missed: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The share of all errors that was found."""
        planted = sum(each.planted for each in self.kinds.values())
        return sum(each.found for each in self.kinds.values()) / planted if planted else 1.0

    @property
    def false_alarms(self) -> float:
        """False alarms a right reference."""
        return self.false / self.right if self.right else 0.0

    @property
    def passed(self) -> bool:
        """Whether all that has to be reached is."""
        each = all(tally.recall >= LEAST_OF_A_KIND for tally in self.kinds.values())
        return self.recall >= LEAST_RECALL and each and self.false_alarms <= MOST_FALSE and self.left == self.files

    def precision(self, verdict: Verdict) -> float:
        """The share of the findings with `verdict` that were on such an error; 1 where there was none."""
        found, right = self.verdicts.get(verdict, [0, 0])
        return right / found if found else 1.0


@dataclass(frozen=True, slots=True)
class Size:
    """How many drafts are made, and of what: errors of each kind in a draft, and items without one."""

    drafts: int = 5
    errors: int = 4
    right: int = 120


def measure(store: DocumentStore, seed: int, size: Size | None = None, tell: Progress = quiet) -> Score:
    """What the check finds in drafts made from the documents of `store`."""
    size = size or Size()
    held = DocumentStore(with_superseded(store.documents), store.sentences)
    checker = DraftChecker(held)
    score = Score()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(size.drafts):
            tell("drafts", number, size.drafts)
            made = made_draft(held, seed * 1_000 + number, errors=size.errors, right=size.right)
            _add(score, made, Path(folder) / f"draft-{number}.docx", checker)
    tell("drafts", size.drafts, size.drafts)
    return score


def _add(score: Score, made: MadeDraft, path: Path, checker: DraftChecker) -> None:
    path.write_bytes(made.data)
    begun = process_time()
    file = read_draft_file(path)
    checked = CheckedFile(file, checker.check(file.draft))
    commented = checked.commented()
    score.seconds += process_time() - begun
    score.files += 1
    score.left += is_left_as_it_was(made.data, commented)
    score.words += sum(len(each.text.split()) for each in file.draft.blocks)
    by_block: dict[int, list[Finding]] = {}
    for finding in checked.checked.findings:
        by_block.setdefault(finding.block, []).append(finding)
    told: set[int] = set()
    for item, findings in _by_item(made, by_block):
        is_new = id(item) not in told
        told.add(id(item))
        _count(score, item, findings, is_new=is_new)


def _by_item(made: MadeDraft, by_block: Mapping[int, Sequence[Finding]]) -> Iterator[tuple[Item, list[Finding]]]:
    """The items of a draft, each with the findings on it; the findings of all lines of what is set apart together."""
    found: dict[int, tuple[Item, list[Finding]]] = {}
    # The first block is the heading.
    for block, paragraph in enumerate(made.paragraphs, start=1):
        for item, start, end in spans(paragraph):
            own = [each for each in by_block.get(block, ()) if start <= each.start <= end]
            found.setdefault(id(item), (item, []))[1].extend(own)
    yield from found.values()


def _count(score: Score, item: Item, findings: Sequence[Finding], *, is_new: bool) -> None:
    wrong = [each for each in findings if each.is_wrong or each.verdict is Verdict.FORM]
    expected = EXPECTED[item.kind]
    for each in wrong:
        counts = score.verdicts.setdefault(each.verdict, [0, 0])
        counts[0] += 1
        counts[1] += each.verdict in expected
    score.references += item.references
    if item.kind == "right":
        score.right += item.references
        score.false += len(wrong)
        score.alarms += [_in_words(item, each) for each in wrong]
        return
    if is_new:
        tally = score.kinds.setdefault(item.kind, Tally())
        tally.planted += 1
        is_found = any(each.verdict in expected for each in findings)
        tally.found += is_found
        if not is_found:
            score.missed.append(_in_words(item, *findings))


def _in_words(item: Item, *findings: Finding) -> str:
    told = "; ".join(f"{each.verdict.value}: {each.message}" for each in findings) or "nothing"
    return f"{item.kind} | {item.plain} | {' '.join(item.notes)} | {told}"


def is_left_as_it_was(before: bytes, after: bytes) -> bool:
    """Whether nothing but comments was put into a Word file, `before` to `after`."""
    with ZipFile(BytesIO(before)) as one, ZipFile(BytesIO(after)) as other:
        names = [name for name in one.namelist() if name not in _OF_COMMENTS | {"word/document.xml"}]
        same = all(one.read(name) == other.read(name) for name in names)
        return same and _only_put_in(one.read("word/document.xml"), other.read("word/document.xml"))


def _only_put_in(before: bytes, after: bytes) -> bool:
    """Whether `after` is `before` with marks of comments put in, and runs parted for them."""
    at = place = 0
    for marks in _MARKERS.finditer(after):
        between = after[place : marks.start()]
        opened = _OPENED.match(after, marks.end())
        if before[at : at + len(between)] == between:
            at, place = at + len(between), marks.end()
        elif opened and between.endswith(_CLOSED):
            kept = between.removesuffix(_CLOSED)
            if before[at : at + len(kept)] != kept:
                return False
            at, place = at + len(kept), opened.end()
        else:
            return False
    return before[at:] == after[place:]


def score_text(score: Score) -> str:
    """The score as tables in Markdown."""
    kinds = [
        (kind, str(score.kinds[kind].planted), shown("", score.kinds[kind].recall))
        for kind in MAKERS
        if kind in score.kinds
    ]
    verdicts = [
        (verdict.value, str(score.verdicts[verdict][0]), shown("", score.precision(verdict)))
        for verdict in Verdict
        if verdict in score.verdicts
    ]
    pages = score.words / WORDS_A_PAGE
    return "\n\n".join(
        (
            f"Errors found: {score.recall:.3f} of {sum(each.planted for each in score.kinds.values())}",
            table(("kind of error", "made", "recall"), kinds),
            table(("verdict", "findings", "precision"), verdicts),
            f"False alarms: {score.false} on {score.right} right references ({score.false_alarms:.3f})",
            f"Files with nothing but comments changed: {score.left} of {score.files}",
            f"{pages:.0f} pages with {score.references} references in {score.seconds:.1f} s of one processor",
        )
    )


def score_record(score: Score) -> dict[str, object]:
    """The score as values for JSON."""
    return {
        "recall": score.recall,
        "kinds": {kind: {**asdict(tally), "recall": tally.recall} for kind, tally in score.kinds.items()},
        "precision": {verdict.value: score.precision(verdict) for verdict in score.verdicts},
        "right": score.right,
        "false": score.false,
        "false_alarms": score.false_alarms,
        "files": score.files,
        "left": score.left,
        "pages": score.words / WORDS_A_PAGE,
        "references": score.references,
        "seconds": score.seconds,
        "missed": score.missed,
        "alarms": score.alarms,
        "passed": score.passed,
    }
