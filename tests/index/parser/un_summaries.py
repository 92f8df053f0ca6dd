"""Short summaries of what the parser makes of printed documents that are not part of the repository.

    python -m tests.index.parser.un_summaries    writes tests/golden/un/<document>.txt anew; read the difference

A summary holds the masthead and, for each paragraph, its locator with its first and last words.
"""

from functools import cache
from itertools import groupby
from pathlib import Path

from index.document import Document, Paragraph, Parse
from index.parser.parse import parse_source
from index.readers.base import ReadLimits
from index.readers.pdf.reader import PdfReader
from tests.index.readers.un_documents import un_document

FOLDER = Path(__file__).parents[2] / "golden" / "un"
_WORDS = 3  # at each end of a paragraph
_PARTICULARS = ("symbol", "date", "body", "session", "agenda_item", "title", "language")

# What each document counts, read from its pages by eye: the first and the last of each run of numbers.
SEQUENCES: dict[str, tuple[str, ...]] = {
    "A_79_729": (),
    "A_79_PV.64": (),
    "A_80_10": (
        "1–184",
        # Draft articles, first alone and then with commentaries; article 3 is one paragraph without a number.
        "article 1, 1–3",
        "article 4, 1–3",
        "article 5, 1–3",
        "185",
        "article 1, 1–3",
        "article 1, commentary, 1–25",
        "article 3, commentary, 1–16",
        "article 4, 1–3",
        "article 4, commentary, 1–16",
        "article 5, 1–3",
        "article 5, commentary, 1–15",
        "186–506",
        "annex I, 1–59",
        "annex II, 1–88",
        "annex III, 1–77",
        "annex IV, 1–27",
    ),
    "A_80_75": ("1–106",),
    "A_AC.109_2025_L.13": ("1–102",),
    "A_CONF.230_2025_L.2": ("1–33",),
    "A_HRC_RES_59_25": ("preambular para. 1–56", "1–27"),
    "CCPR_C_121_D_2025_2011": (),
    "DP_FPA_2025_6": ("1–115",),
    "E_2025_43": ("1–128",),
    "E_AC.51_2025_L.4_Add.10": ("1–10",),
    "E_C.2_2025_2": (),
    "E_CN.5_2025_4": ("1–109",),
    "E_HLPF_2025_3_Add.1": ("1–49",),
    "JIU_REP_2025_2": ("1–113",),
    "S_2025_202": ("1–105",),
    "S_2025_482": ("1–138", "annex I, 1–7", "annex II, 1–18"),
    "S_2025_71_Rev.1": ("1–138",),
    "S_RES_2773_2025": ("preambular para. 1–15", "1–18"),
    "S_RES_2781_2025": ("preambular para. 1–26", "1–24"),
    "TD_B_43_6": ("1–83",),
    "gate_unga__A_RES_73_3": ("1–53",),
    "gate_unga__A_RES_73_7": ("preambular para. 1–13", "1–28"),
    "unfccc__13_20_CMA_1": (
        "decision 13/CMA.1, 1–6",
        "decision 14/CMA.1, preambular para. 1",
        "decision 14/CMA.1, 1–2",
        "decision 15/CMA.1, preambular para. 1–5",
        "decision 15/CMA.1, 1–9",
        "decision 15/CMA.1, annex, 1–25",
        "decision 16/CMA.1, preambular para. 1",
        "decision 16/CMA.1, 1–7",
        "decision 16/CMA.1, annex, 1–11",
        "decision 17/CMA.1, preambular para. 1–8",
        "decision 17/CMA.1, 1–14",
        "decision 18/CMA.1, preambular para. 1–4",
        "decision 18/CMA.1, 1–16",
        "decision 18/CMA.1, annex, 1–199",
        "decision 19/CMA.1, preambular para. 1–2",
        "decision 19/CMA.1, 1–38",
        "decision 20/CMA.1, preambular para. 1",
        "decision 20/CMA.1, 1–4",
        "decision 20/CMA.1, annex, 1–37",
        "resolution 3/CMA.1, preambular para. 1",
        "resolution 3/CMA.1, 1–2",
    ),
    "unfccc__1_4_CMA_3": (
        "decision 1/CMA.3, preambular para. 1–9",
        "decision 1/CMA.3, 1–97",
        "decision 2/CMA.3, preambular para. 1–7",
        "decision 2/CMA.3, 1–20",
        "decision 2/CMA.3, annex, 1–40",
        "decision 3/CMA.3, preambular para. 1–6",
        "decision 3/CMA.3, 1–17",
        "decision 3/CMA.3, annex, 1–75",
        "decision 4/CMA.3, preambular para. 1–5",
        "decision 4/CMA.3, 1–13",
        "decision 4/CMA.3, annex, 1–9",
    ),
    "uprs__afghanistan2014": (
        "1–136",
        "recommendation 136.1–136.178",
        "137",
        "recommendation 137.1–137.34",
        "138",
        "recommendation 138.1–138.12",
        "139",
    ),
    "uprs__argentina2012": ("1–99", "recommendation 99.1–99.118", "100"),
}


@cache
def parsed(name: str) -> Parse:
    """The parse of the printed document whose file name begins with `name`."""
    path = un_document(name)
    return parse_source(PdfReader().read(path, ReadLimits()), id=name, source=path.name)


def sequences(document: Document) -> tuple[str, ...]:
    """The runs of numbered and of preambular paragraphs, first to last: `annex, 1–40`."""
    counted = [each for each in document.paragraphs if _is_counted(each)]
    runs: list[list[Paragraph]] = []
    for paragraph in counted:
        if runs and _runs_on(runs[-1][-1], paragraph):
            runs[-1].append(paragraph)
        else:
            runs.append([paragraph])
    return tuple(_run(members) for members in runs)


def _is_counted(paragraph: Paragraph) -> bool:
    locator = paragraph.locator
    if locator.label == "recommendation":
        return "." in (locator.number or "")
    return locator.label == "preambular" or (locator.number is not None and not locator.label)


def _runs_on(before: Paragraph, after: Paragraph) -> bool:
    one, other = before.locator, after.locator
    if (one.containers, one.label) != (other.containers, other.label):
        return False
    *parent, last = _steps(before)
    return _steps(after) == [*parent, last + 1]


def _steps(paragraph: Paragraph) -> list[int]:
    locator = paragraph.locator
    return [int(step) for step in (locator.number or str(locator.ordinal)).split(".")]


def _run(members: list[Paragraph]) -> str:
    first, last = members[0].locator, members[-1].locator
    return str(first) if first == last else f"{first}–{last.number or last.ordinal}"


def summary(parse: Parse) -> str:
    """The masthead, the findings, and the paragraphs by their headings' first and last words."""
    document = parse.document
    lines = [f"{name}: {value}" for name in _PARTICULARS if (value := getattr(document, name)) is not None]
    lines += [f"! {each.kind}: {each.message}" for each in parse.findings]
    for headings, members in groupby(document.paragraphs, key=lambda each: each.headings):
        lines.append("")
        lines += [f"# {headings[-1]}"] if headings else []
        lines += [_line(each) for each in members]
    return "\n".join(lines) + "\n"


def _line(paragraph: Paragraph) -> str:
    words = paragraph.text.split()
    shown = words if len(words) <= _WORDS * 2 else [*words[:_WORDS], "…", *words[-_WORDS:]]
    items = f" [{len(paragraph.items)} items]" if paragraph.items else ""
    return f"{paragraph.locator} | {' '.join(shown)}{items}"


def summary_path(name: str) -> Path:
    """Where the summary of a document lies."""
    return FOLDER / f"{name}.txt"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name in SEQUENCES:
        summary_path(name).write_text(summary(parsed(name)), encoding="utf-8")
