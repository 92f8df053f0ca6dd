"""What the server answers: the same as the command line, with addresses, and every error in one form."""

import io
import json
from typing import Any

import docx
import pytest
from fastapi.testclient import TestClient

from index.store import Index
from rag.answer_json import answer_object
from ui.api.desk import Desk

QUESTION = "How many focal points take part in the Global Focal Point Initiative?"
REPORT = "CAC/COSP/WG.2/2018/2"


def without(record: Any, *names: str) -> Any:  # noqa: ANN401
    """`record` without what has one of `names`, however deep."""
    if isinstance(record, dict):
        return {name: without(value, *names) for name, value in record.items() if name not in names}
    return [without(each, *names) for each in record] if isinstance(record, list) else record


def test_an_answer_is_the_contract_of_the_command_line_and_addresses(client: TestClient, loaded_desk: Desk) -> None:
    sent = client.post("/api/v1/ask", json={"question": QUESTION, "id": "7"})

    contract = answer_object(loaded_desk.opened().answerer.answer(QUESTION, id="7"))
    assert sent.status_code == 200
    assert without(sent.json(), "address", "milliseconds") == without(contract, "milliseconds")
    (citation,) = sent.json()["statements"][0]["citations"]
    assert (citation["citation"], citation["address"]) == (f"{REPORT}, para. 66", "progress-2018#66")
    assert citation["url"] == f"https://docs.un.org/en/{REPORT}"


def test_what_has_no_answer_names_the_nearest_paragraphs_with_addresses(client: TestClient) -> None:
    sent = client.post("/api/v1/ask", json={"question": "Who won the football world cup in 1966?"}).json()

    assert (sent["state"], sent["answered"], len(sent["nearest"])) == ("nothing", False, 3)
    for each in [*sent["nearest"], *sent["evidence"]]:
        assert each["address"].startswith(f"{each['document']}#{each['locator']}")


def test_an_answer_comes_from_the_documents_that_are_named(client: TestClient) -> None:
    sent = client.post("/api/v1/ask", json={"question": QUESTION, "documents": ["CAC/COSP/WG.2/2018/5"]}).json()

    assert {each["document"] for each in sent["evidence"]} == {"info-sharing-2018"}


def test_a_question_is_read_with_those_before_it_in_its_thread(client: TestClient) -> None:
    asked = {"question": "and when was it established?", "after": ["What is the Egmont Group?"]}
    sent = client.post("/api/v1/ask", json=asked).json()

    assert sent["question"] == "and when was it established?"
    assert sent["remark"].startswith("Read as “When was the Egmont Group established?”.")
    assert "1995" in " ".join(each["text"] for each in sent["statements"])


def test_every_address_of_an_answer_leads_to_the_paragraph_that_has_the_words(client: TestClient) -> None:
    sent = client.post("/api/v1/ask", json={"question": "What should States do to share information?"}).json()

    citations = [each for statement in sent["statements"] for each in statement["citations"]]
    assert citations
    for each in citations:
        paragraph = client.get("/api/v1/paragraph", params={"citation": each["address"]}).json()
        assert paragraph["text"][each["start"] : each["end"]] == each["quote"]


def test_a_search_gives_as_many_whole_paragraphs_as_are_wanted(client: TestClient) -> None:
    found = client.post("/api/v1/search", json={"query": QUESTION, "limit": 2}).json()["results"]

    assert [each["citation"] for each in found] == [f"{REPORT}, para. 66", "CAC/COSP/WG.2/2018/5, para. 37"]
    assert "234 dedicated focal points" in found[0]["text"]
    assert found[0]["score"] > found[1]["score"]


@pytest.mark.parametrize("name", [f"{REPORT}, para. 66", "progress-2018#66", f"{REPORT}#66"])
def test_a_paragraph_is_found_by_citation_and_by_address(client: TestClient, name: str) -> None:
    assert client.get("/api/v1/paragraph", params={"citation": name}).json()["address"] == "progress-2018#66"


def test_documents_are_listed_and_read_by_id_or_symbol(client: TestClient, corpus_index: Index) -> None:
    listed = client.get("/api/v1/documents").json()["documents"]
    by_id, by_symbol = (client.get(f"/api/v1/documents/{name}").json() for name in ("progress-2018", REPORT))

    assert [each["document"] for each in listed] == [each.id for each in corpus_index.documents]
    assert by_id == by_symbol
    assert len(by_id["paragraphs"]) == listed[-1]["paragraphs"] == 105


def test_two_documents_are_compared(client: TestClient) -> None:
    sides = {"left": "CAC/COSP/WG.2/2018/5", "right": "guidelines-2021"}

    compared = client.get("/api/v1/compare", params=sides).json()

    assert compared["counts"] == {"same": 0, "changed": 22, "dropped": 43, "added": 18}


@pytest.mark.parametrize(
    ("request_body", "verdict"),
    [
        ({"text": f"It had “234 devoted focal points” ({REPORT}, para. 66)."}, "altered"),
        ({"quotation": "234 dedicated focal points", "citation": f"{REPORT}, para. 65"}, "stands elsewhere"),
        ({"citation": f"{REPORT}, para. 666"}, "no such place"),
    ],
)
def test_a_text_a_quotation_and_a_citation_are_checked(
    client: TestClient, request_body: dict[str, str], verdict: str
) -> None:
    checked = client.post("/api/v1/verify", json=request_body).json()

    assert (checked["wrong"], checked["findings"][0]["verdict"]) == (1, verdict)


def test_a_word_file_is_checked(client: TestClient) -> None:
    draft, file = docx.Document(), io.BytesIO()
    draft.add_paragraph(f"It had “234 devoted focal points” ({REPORT}, para. 66).")
    draft.save(file)

    checked = client.post("/api/v1/verify/file", files={"file": ("note.docx", file.getvalue())}).json()

    assert (checked["draft"], checked["counts"]) == ("note.docx", {"altered": 1})


def test_a_batch_is_answered_a_line_a_question_and_a_bad_one_harms_no_other(client: TestClient) -> None:
    questions = [{"question": QUESTION, "id": "a"}, {"question": " "}, {"question": QUESTION, "documents": ["A/9"]}]
    questions += [{"question": QUESTION} for _ in range(9)]

    sent = client.post("/api/v1/batches", json={"questions": questions})

    lines = [json.loads(line) for line in sent.text.splitlines()]
    assert sent.headers["content-type"] == "application/x-ndjson"
    assert [each["number"] for each in lines] == list(range(1, 13))
    assert (lines[0]["id"], lines[0]["answer"]["id"], lines[0]["error"]) == ("a", "a", None)
    assert [lines[number]["answer"] for number in (1, 2)] == [None, None]
    assert lines[1]["error"]["message"].startswith("the question is empty")
    assert lines[2]["error"]["type"] == "QuestionError"
    assert all(each["answer"]["answered"] for each in lines[3:])


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "kind", "told"),
    [
        ("POST", "/api/v1/ask", {"question": " "}, 422, "QuestionError", "the question is empty"),
        ("POST", "/api/v1/ask", {"question": "x", "documents": ["A/9"]}, 422, "QuestionError", "no document 'A/9'"),
        ("POST", "/api/v1/ask", {}, 422, "ValidationError", "question: Field required"),
        ("POST", "/api/v1/ask", {"question": "x", "colour": 1}, 422, "ValidationError", "colour: Extra inputs"),
        ("POST", "/api/v1/search", {"query": "x", "limit": 99}, 422, "ValidationError", "limit: Input should be less"),
        ("POST", "/api/v1/verify", {}, 422, "ValidationError", "give a text, or a quotation"),
        ("POST", "/api/v1/verify", {"citation": "hello"}, 422, "LocatorError", "not a citation: 'hello'"),
        ("GET", "/api/v1/documents/A/9", None, 404, "QuestionError", "no document 'A/9'"),
        ("GET", "/api/v1/paragraph?citation=progress-2018%23999", None, 404, "LocatorError", "has no paragraph '999'"),
        ("GET", "/api/v1/compare?left=irg-2019&right=irg-2019", None, 422, "QuestionError", "was given twice"),
        ("GET", "/api/v1/ask", None, 405, "MethodNotAllowed", "Method Not Allowed"),
        ("GET", "/nowhere", None, 404, "NotFound", "Not Found"),
    ],
)
def test_every_error_has_one_form(
    client: TestClient, method: str, path: str, body: dict[str, object] | None, status: int, kind: str, told: str
) -> None:
    sent = client.request(method, path, json=body)

    assert sent.status_code == status
    assert list(sent.json()) == ["error"]
    error = sent.json()["error"]
    assert (error["type"], error["status"]) == (kind, status)
    assert told in error["message"]


def test_a_file_of_another_kind_is_refused_by_name(client: TestClient) -> None:
    sent = client.post("/api/v1/verify/file", files={"file": ("note.exe", b"MZ")})

    assert sent.status_code == 422
    assert sent.json()["error"]["message"].startswith("'note.exe' is of a kind that is not read; send one of .docx")


def test_the_page_that_describes_it_calls_no_other_host(client: TestClient) -> None:
    page = client.get("/docs").text

    assert "https://" not in page
    for name in ("swagger-ui-bundle.js", "swagger-ui.css"):
        assert f"/docs/files/{name}" in page
        assert client.get(f"/docs/files/{name}").status_code == 200


def test_the_description_has_an_example_of_each_request(client: TestClient) -> None:
    models = client.get("/openapi.json").json()["components"]["schemas"]

    requests = [name for name in models if name.endswith("Request")]
    assert requests
    assert [name for name in requests if not models[name].get("examples")] == []
