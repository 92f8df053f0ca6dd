"""What a reader of a comparison is shown, in words and as HTML, and the command."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from index.build import build_index
from index.document import Document
from index.folder.save import save_index
from rag.comparing.align import Alignment, align
from tests.rag.comparing.test_align import BANKS, COURTS, TRAINING, document, joined
from tests.support.fakes import FakeEmbedder
from tests.ui.app.markup.test_render import Reader
from ui.app.markup.compare import alignment_html, parts_html
from ui.app.markup.comparison import likely_pair, marked_words, part_name, runs, summary
from ui.cli.compare import compare_command

MANY = ("Umbrellas vanish.", "Violins wake.", "Wolves yawn.", "Xylophones zigzag.")


def aligned(left: Document, right: Document) -> Alignment:
    return align(build_index([left, right], FakeEmbedder()), left.id, right.id)


@pytest.fixture
def alignment() -> Alignment:
    return aligned(document("old", BANKS, COURTS, *MANY), document("new", "Banks freeze money very quickly.", TRAINING))


def test_paragraphs_of_one_document_only_are_taken_together(alignment: Alignment) -> None:
    found = [(run.kind, len(run.matches), run.is_long) for run in runs(alignment.parts[0])]
    assert found == [("changed", 1, False), ("dropped", 5, True), ("added", 1, False)]


def test_the_summary_counts_what_was_found(alignment: Alignment) -> None:
    assert summary(alignment) == "1 match, 0 of them with the same words; 5 paragraphs only in old, 1 only in new."


def test_texts_with_hardly_a_word_in_common_are_not_marked() -> None:
    (match,) = aligned(document("old", "Banks may act."), document("new", "Better men accept.")).parts[0].matches
    assert match.words().left == (((0, 13),),)
    assert marked_words(match).left == ((),)


@pytest.mark.parametrize(
    ("one", "pair"),
    [
        (None, ("info-sharing-2018", "guidelines-2021")),
        ("guidelines-2021", ("info-sharing-2018", "guidelines-2021")),
        ("irg-2019", ("progress-2018", "irg-2019")),
        ("progress-2018", ("progress-2018", "info-sharing-2018")),
    ],
)
def test_the_documents_offered_first_are_versions_of_one_text_or_the_oldest(
    corpus: tuple[Document, ...], one: str | None, pair: tuple[str, str]
) -> None:
    settled = next((each for each in corpus if each.id == one), None)
    older, newer = likely_pair(corpus, settled)
    assert (older.id, newer.id) == pair


def test_a_part_is_named_as_a_heading() -> None:
    assert part_name(()) == "Main text"
    assert part_name(("annex", "draft guideline 4")) == "Annex, draft guideline 4"
    assert part_name(None) == ""


def test_added_words_are_inserted_and_a_long_run_is_folded(alignment: Alignment) -> None:
    html = alignment_html(alignment, only_changes=False)
    assert "Banks freeze money <ins>very</ins> quickly." in html
    assert "5 paragraphs only here: old, paras. 2–6" in html
    assert html.count("<details>") == 1


def test_what_has_the_same_words_can_be_left_out() -> None:
    same = aligned(document("old", BANKS, COURTS), document("new", BANKS, "Courts hear many appeals on Tuesday."))
    assert BANKS in Reader(alignment_html(same, only_changes=False)).words
    assert BANKS not in Reader(alignment_html(same, only_changes=True)).words


def test_links_to_the_parts_are_offered_where_there_are_several() -> None:
    old = joined("old", document("a", BANKS), document("b", COURTS, containers=("rule 1",)))
    new = joined("new", document("a", BANKS), document("b", COURTS, containers=("rule 1",)))
    alignment = aligned(old, new)
    assert Reader(parts_html(alignment)).words == "Main textRule 1"
    assert 'id="part-1"' in alignment_html(alignment, only_changes=False)
    assert parts_html(aligned(document("old", BANKS), document("new", BANKS))) == ""


def test_nothing_in_a_compared_paragraph_is_mark_up() -> None:
    html = alignment_html(aligned(document("old", "<script>x</script>"), document("new", BANKS)), only_changes=False)
    assert "script" not in Reader(html).names


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    index = build_index([document("old", BANKS, COURTS), document("new", "Banks freeze more money.")], FakeEmbedder())
    save_index(index, tmp_path / "index")
    return tmp_path / "index"


def test_the_command_shows_dropped_and_added_words_in_brackets_where_there_are_no_colours(folder: Path) -> None:
    result = CliRunner().invoke(compare_command, ["old", "new", "--index", str(folder)])
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "1 match, 0 of them with the same words; 1 paragraph only in old, 0 only in new.",
        "",
        "Main text",
        "",
        "old, para. 1",
        "Banks freeze money [-quickly-].",
        "new, para. 1",
        "Banks freeze {+more+} money.",
        "",
        "Only in old, para. 2",
        COURTS,
    ]


def test_the_command_prints_one_json_object(folder: Path) -> None:
    result = CliRunner().invoke(compare_command, ["old", "new", "--json", "--index", str(folder)])
    record = json.loads(result.output)
    assert record["left"]["document"] == "old"
    assert record["counts"] == {"same": 0, "changed": 1, "dropped": 1, "added": 0}
