import json
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from eval.gold.gold import GOLD_FILE, KINDS, DocumentLookup, GoldQuestion, Nugget, Place, Requirement, load_gold
from index.corpus.read import read_corpus
from index.document import Document, Item, Note, Paragraph
from index.errors import GoldError
from index.locator import Locator

DIRECTORY = Paragraph(
    Locator.parse("65"),
    "The directory contained information on: (a) Authorities in 129 States parties; (b) Focal points in 80 States.",
    items=(
        Item(Locator.parse("65 (a)"), "Authorities in 129 States parties;", 44, 78),
        Item(Locator.parse("65 (b)"), "Focal points in 80 States.", 83, 109),
    ),
    notes=(Note("1", "Available at www.example.org."),),
)
GUIDELINE = Paragraph(Locator.parse("annex, draft guideline 4, 4.2"), "Receiving States should comply.")
LOOKUP = DocumentLookup(
    [
        Document("progress-2018", "Progress report", (DIRECTORY,)),
        Document("guidelines-2021", "Guidelines", (GUIDELINE,)),
    ]
)
GOOD: dict[str, object] = {
    "id": "fact-001",
    "question": "In how many States parties are there authorities?",
    "kind": "fact",
    "paraphrased": False,
    "split": "tune",
    "gold": [[{"document": "progress-2018", "locator": "65 (a)"}]],
    "nuggets": [{"wordings": ["129 States parties", "129"], "vital": True}],
    "reference": "In 129 States parties.",
}
NONE = GOOD | {"id": "none-001", "question": "And in 2030?", "kind": "none", "gold": [], "nuggets": []}


def gold_file(tmp_path: Path, *records: object) -> Path:
    path = tmp_path / "gold.jsonl"
    rows = [each if isinstance(each, str) else json.dumps(each, ensure_ascii=False) for each in records]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def complaint(tmp_path: Path, *records: object) -> str:
    with pytest.raises(GoldError) as caught:
        load_gold(gold_file(tmp_path, *records), LOOKUP)
    return str(caught.value)


def test_a_record_becomes_a_question_with_its_places_and_nuggets(tmp_path: Path) -> None:
    questions = load_gold(gold_file(tmp_path, GOOD), LOOKUP)

    assert questions == (
        GoldQuestion(
            id="fact-001",
            question="In how many States parties are there authorities?",
            kind="fact",
            paraphrased=False,
            split="tune",
            gold=(Requirement((Place("progress-2018", Locator(number="65", items=("a",))),)),),
            nuggets=(Nugget(("129 States parties", "129"), vital=True),),
            reference="In 129 States parties.",
        ),
    )


def test_questions_keep_the_order_of_the_file_and_blank_lines_do_not_count(tmp_path: Path) -> None:
    questions = load_gold(gold_file(tmp_path, NONE, "", GOOD), LOOKUP)

    assert [each.id for each in questions] == ["none-001", "fact-001"]


def test_alternatives_in_two_documents_are_one_requirement(tmp_path: Path) -> None:
    here = {"document": "progress-2018", "locator": "65 (a)"}
    there = {"document": "guidelines-2021", "locator": "annex, draft guideline 4, 4.2"}
    (question,) = load_gold(gold_file(tmp_path, GOOD | {"gold": [[here, there]]}), LOOKUP)

    assert [str(place) for place in question.gold[0].alternatives] == [
        "progress-2018 65 (a)",
        "guidelines-2021 annex, draft guideline 4, 4.2",
    ]


def test_a_nugget_may_stand_in_a_note_of_the_gold_paragraph(tmp_path: Path) -> None:
    note = GOOD | {"kind": "footnote", "nuggets": [{"wordings": ["www.example.org"], "vital": True}]}

    assert len(load_gold(gold_file(tmp_path, note), LOOKUP)) == 1


def test_one_wording_in_the_paragraph_is_enough_and_white_space_does_not_matter(tmp_path: Path) -> None:
    wordings = ["one hundred and twenty-nine", "129  States\nparties"]

    assert load_gold(gold_file(tmp_path, GOOD | {"nuggets": [{"wordings": wordings, "vital": True}]}), LOOKUP)


def test_broken_json_is_named_with_its_line_although_the_lines_before_are_good(tmp_path: Path) -> None:
    good = [GOOD | {"id": f"fact-{number}", "question": f"Question {number}?"} for number in range(16)]
    message = complaint(tmp_path, *good, '{"id": "fact-017", "question": ')

    assert "1 mistake;" in message
    assert "gold.jsonl:17: broken JSON:" in message


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"colour": "red"}, "unknown key 'colour'; known are id, question,"),
        ({"id": 7}, "id: expected a text, found 7"),
        ({"question": "  "}, "question: is empty"),
        ({"kind": "riddle"}, "kind: unknown 'riddle'; expected fact or list or"),
        ({"split": "train"}, "split: unknown 'train'; expected tune or test"),
        ({"paraphrased": "no"}, "paraphrased: expected true or false, found 'no'"),
        ({"gold": "65"}, "gold: expected a list of requirements, found '65'"),
        ({"gold": [[]]}, "gold: requirement 1: expected at least one alternative"),
        ({"gold": [[{"document": "progress-2018"}]]}, "gold: requirement 1: alternative 1: missing key 'locator'"),
        (
            {"gold": [[{"document": "progress-2018", "locator": "65(a)"}]]},
            "gold: requirement 1: alternative 1: locator: write '65(a)' as '65 (a)'",
        ),
        ({"gold": [[{"document": "progress-2018", "locator": ","}]]}, "locator: not a locator: ','"),
        ({"gold": [[{"document": "progress-2019", "locator": "65"}]]}, "unknown document 'progress-2019'; known are"),
        ({"gold": [[{"document": "progress-2018", "locator": "66"}]]}, "gold: progress-2018 has no '66'"),
        ({"gold": [[{"document": "progress-2018", "locator": "65 (c)"}]]}, "gold: progress-2018 has no '65 (c)'"),
        ({"gold": GOOD["gold"] * 2}, "gold: requirement progress-2018 65 (a) stands 2 times"),  # type: ignore[operator]
        ({"gold": []}, "gold: a question of kind 'fact' needs a place"),
        ({"nuggets": [{"wordings": [], "vital": True}]}, "nuggets: nugget 1: wordings: expected at least one wording"),
        ({"nuggets": [{"wordings": ["130 States"], "vital": True}]}, "nugget 1 stands in no gold paragraph: '130 Stat"),
        ({"nuggets": [{"wordings": ["129"], "vital": False}]}, "needs at least one vital nugget"),
        ({"kind": "none"}, "a question of kind 'none' has no gold and no nuggets"),
        ({"reference": None}, "reference: expected a text, found None"),
    ],
)
def test_each_mistake_is_named_with_its_line(tmp_path: Path, change: dict[str, object], expected: str) -> None:
    message = complaint(tmp_path, NONE, GOOD | change)

    assert "gold.jsonl:2: " in message
    assert "gold.jsonl:1: " not in message
    assert expected in message


def test_a_missing_key_is_named(tmp_path: Path) -> None:
    assert "gold.jsonl:1: missing key 'split'" in complaint(tmp_path, {k: v for k, v in GOOD.items() if k != "split"})


def test_a_key_that_stands_twice_in_one_record_is_named(tmp_path: Path) -> None:
    assert "gold.jsonl:1: broken JSON: key 'id' repeated" in complaint(tmp_path, '{"id": "a", "id": "b"}')


def test_a_line_that_is_no_object_is_named(tmp_path: Path) -> None:
    assert "gold.jsonl:1: expected an object with id, question," in complaint(tmp_path, ["fact-001"])


def test_a_repeated_id_and_a_repeated_question_name_the_line_that_had_them_first(tmp_path: Path) -> None:
    message = complaint(tmp_path, GOOD, NONE, GOOD | {"question": "in how many  states parties are there authorities?"})

    assert "gold.jsonl:3: id: 'fact-001' stands in line 1 already" in message
    assert "gold.jsonl:3: question: 'in how many  states parties are there authorities?' stands in line 1" in message


def test_what_goes_on_from_another_question_is_another_question(tmp_path: Path) -> None:
    why = GOOD | {"id": "why-1", "question": "Why?", "after": ["Who left?"]}
    other = why | {"id": "why-2", "after": ["Who came?", "And who stayed?"]}
    questions = load_gold(gold_file(tmp_path, GOOD, why, other), LOOKUP)
    assert [each.after for each in questions] == [(), ("Who left?",), ("Who came?", "And who stayed?")]
    assert "question: 'Why?' stands in line 1 already" in complaint(tmp_path, why, why | {"id": "why-3"})
    assert "after: question 1: expected a text, found 3" in complaint(tmp_path, why | {"after": [3]})


def test_all_mistakes_come_at_once_in_the_order_of_the_lines(tmp_path: Path) -> None:
    elsewhere = {"gold": [[{"document": "progress-2018", "locator": "99"}]]}
    message = complaint(tmp_path, GOOD | {"split": "train"} | elsewhere, "{", GOOD | {"question": "Why?", "colour": 1})

    first, *rows = message.splitlines()
    assert first == f"{tmp_path / 'gold.jsonl'}: 5 mistakes; mend these lines and try again"
    assert [row.removeprefix(str(tmp_path)).split(" ")[0] for row in rows] == (
        ["/gold.jsonl:1:"] * 2 + ["/gold.jsonl:2:"] + ["/gold.jsonl:3:"] * 2
    )


@pytest.mark.parametrize("content", ["", "\n\n"])
def test_a_file_without_questions_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(GoldError, match="no questions"):
        load_gold(path, LOOKUP)


def test_a_file_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"missing\.jsonl: cannot be read \(No such file or directory\)"):
        load_gold(tmp_path / "missing.jsonl", LOOKUP)


def test_a_file_that_is_not_utf8_names_the_byte(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(b'{"id": "caf\xe9"}')

    with pytest.raises(GoldError, match="not UTF-8 at byte 11"):
        load_gold(path, LOOKUP)


@settings(max_examples=50)
@given(st.text(st.characters(codec="utf-8"), min_size=1).filter(lambda text: bool(text.strip())))
@example("before\u2028after")
def test_any_question_text_comes_back_as_written(text: str) -> None:
    with TemporaryDirectory() as folder:
        (question,) = load_gold(gold_file(Path(folder), GOOD | {"question": text}), LOOKUP)

    assert question.question == text


@pytest.fixture(scope="module")
def own_questions() -> tuple[GoldQuestion, ...]:
    corpus = read_corpus([Path(__file__).parents[3] / "corpus"])
    return load_gold(GOLD_FILE, DocumentLookup(parse.document for parse in corpus.parses))


def test_the_projects_own_questions_stand_in_the_corpus_and_cover_every_document(
    own_questions: tuple[GoldQuestion, ...],
) -> None:
    places = [place for each in own_questions for requirement in each.gold for place in requirement.alternatives]

    assert len(own_questions) >= 150
    assert set(Counter(place.document for place in places)) == {
        "guidelines-2021",
        "info-sharing-2018",
        "intersessional-2020",
        "irg-2019",
        "progress-2018",
    }


def test_the_projects_own_questions_have_enough_that_are_hard(own_questions: tuple[GoldQuestion, ...]) -> None:
    assert sum(each.paraphrased for each in own_questions) >= 30
    assert sum(each.kind == "none" for each in own_questions) >= 30


@pytest.mark.parametrize("kind", sorted({*KINDS} - {"matter", "asked", "following"}))
def test_each_kind_of_the_projects_own_questions_is_split_about_in_half(
    own_questions: tuple[GoldQuestion, ...], kind: str
) -> None:
    splits = Counter(each.split for each in own_questions if each.kind == kind)

    assert 0.4 <= splits["tune"] / splits.total() <= 0.6


def test_questions_on_matters_of_the_corpus_stand_in_it() -> None:
    corpus = read_corpus([Path(__file__).parents[3] / "corpus"])
    matters = load_gold(
        GOLD_FILE.with_name("gold_matters.jsonl"), DocumentLookup(each.document for each in corpus.parses)
    )
    assert {each.kind for each in matters} == {"matter", "asked", "list", "following", "none"}
    assert all(each.after for each in matters if each.kind == "following")


def test_questions_across_documents_require_two_of_them(own_questions: tuple[GoldQuestion, ...]) -> None:
    for each in own_questions:
        if each.kind == "across":
            first, second = ({place.document for place in requirement.alternatives} for requirement in each.gold)
            assert first.isdisjoint(second), each.id


def test_footnote_questions_cite_a_paragraph_that_carries_a_mark(own_questions: tuple[GoldQuestion, ...]) -> None:
    corpus = read_corpus([Path(__file__).parents[3] / "corpus"])
    lookup = DocumentLookup(parse.document for parse in corpus.parses)
    for each in own_questions:
        if each.kind == "footnote":
            found = [lookup(place.document, place.locator) for place in each.gold[0].alternatives]
            assert any(paragraph is not None and paragraph.notes for paragraph in found), each.id
