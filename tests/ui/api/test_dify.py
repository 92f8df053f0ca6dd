"""Paragraphs in the form that Dify asks an external knowledge base for."""

from typing import Any

import pytest
from fastapi.testclient import TestClient


def asked(client: TestClient, status: int = 200, **changes: Any) -> Any:  # noqa: ANN401
    """What comes of a request as Dify sends it, with `changes`."""
    setting = {"top_k": 3, "score_threshold": 0.0}
    request = {"knowledge_id": "pincite", "query": "focal points", "retrieval_setting": setting, **changes}
    sent = client.post("/retrieval", json=request)
    assert sent.status_code == status
    return sent.json()


def test_the_nearest_paragraphs_come_with_a_share_of_the_best_one_s_score(client: TestClient) -> None:
    first, second, third = asked(client)["records"]

    assert (first["title"], first["score"]) == ("CAC/COSP/WG.2/2018/5, para. 37", 1.0)
    assert 1.0 > second["score"] >= third["score"] >= 0
    assert "234 dedicated focal points" in first["content"]
    assert first["metadata"]["url"] == "https://docs.un.org/en/CAC/COSP/WG.2/2018/5"
    assert first["metadata"]["address"] == "info-sharing-2018#37"


def test_what_is_below_the_threshold_is_left_out(client: TestClient) -> None:
    setting = {"top_k": 3, "score_threshold": 0.999}

    assert [each["score"] for each in asked(client, retrieval_setting=setting)["records"]] == [1.0]


def test_a_document_without_a_symbol_has_an_address_for_a_link(client: TestClient) -> None:
    for each in asked(client, knowledge_id="irg-2019")["records"]:
        assert each["metadata"]["url"] == f"pincite:{each['metadata']['address']}"
        assert "symbol" not in each["metadata"]


@pytest.mark.parametrize("names", ["info-sharing-2018, progress-2018", "info-sharing-2018,CAC/COSP/WG.2/2018/2"])
def test_a_knowledge_base_can_be_some_of_the_documents(client: TestClient, names: str) -> None:
    found = asked(client, knowledge_id=names, retrieval_setting={"top_k": 100, "score_threshold": 0.0})["records"]

    assert {each["metadata"]["document"] for each in found} == {"info-sharing-2018", "progress-2018"}


def test_what_is_not_held_or_not_followed_is_an_error(client: TestClient) -> None:
    condition = {"conditions": [{"name": "date", "comparison_operator": "after", "value": "2018"}]}

    assert asked(client, 404, knowledge_id="A/9")["error"]["type"] == "QuestionError"
    assert "are not followed" in asked(client, 422, metadata_condition=condition)["error"]["message"]
