"""Who somebody is who signed in, and who may remove what."""

import pytest

from ui.app.people import (
    ADMINISTRATORS,
    ALLOW_REMOVING,
    Person,
    administrators,
    anybody_may_remove,
    is_administrator,
    person_of,
)

ADA = {"iss": "https://id.example", "sub": "A1", "email": "Ada@example.com", "name": "Ada"}


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ADMINISTRATORS, raising=False)
    monkeypatch.delenv(ALLOW_REMOVING, raising=False)


def test_a_person_is_issuer_and_subject_and_shown_by_e_mail_address_name_or_subject() -> None:
    assert person_of(ADA) == Person("https://id.example|A1", "Ada@example.com", "Ada@example.com")
    assert person_of({**ADA, "email": None}) == Person("https://id.example|A1", "Ada")
    assert person_of({"iss": "i", "sub": "s"}) == Person("i|s", "s")


@pytest.mark.parametrize("missing", ["iss", "sub"])
def test_without_issuer_or_subject_nobody_is_told_apart(missing: str) -> None:
    assert person_of({**ADA, missing: ""}) is None
    assert person_of({name: value for name, value in ADA.items() if name != missing}) is None


@pytest.mark.parametrize("unverified", [False, "false"])
def test_an_e_mail_address_that_was_not_verified_makes_nobody_an_administrator(unverified: object) -> None:
    person = person_of({**ADA, "email_verified": unverified})
    assert person is not None
    assert person.email == ""
    assert not is_administrator(person, administrators(["ada@example.com"]))


@pytest.mark.parametrize(
    ("configured", "expected"),
    [
        (["ada@EXAMPLE.com"], True),
        ("bob@example.com, ada@example.com", True),
        (["https://id.example|A1"], True),
        (["https://id.example|a1"], False),
        (["https://other.example|A1"], False),
        (["A1"], False),
        (["", " "], False),
        (None, False),
        (7, False),
    ],
)
def test_an_administrator_is_named_by_e_mail_address_or_by_issuer_and_subject(
    configured: object, *, expected: bool
) -> None:
    person = person_of(ADA)
    assert person is not None
    assert is_administrator(person, administrators(configured)) is expected


def test_somebody_without_an_e_mail_address_is_no_administrator_by_accident() -> None:
    assert not is_administrator(Person("i|s", "s"), administrators(["", "ada@example.com"]))


def test_the_environment_names_administrators_before_the_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ADMINISTRATORS, "bob@example.com,https://id.example|B")
    assert administrators(["ada@example.com"]) == {"bob@example.com", "https://id.example|B"}
    monkeypatch.setenv(ADMINISTRATORS, "")
    assert administrators(["ada@example.com"]) == frozenset()


@pytest.mark.parametrize(
    ("address", "expected"),
    [("localhost", True), ("127.0.0.1", True), ("::1", True), ("0.0.0.0", False), ("192.0.2.7", False), (None, False)],
)
def test_without_sign_in_only_this_machine_may_remove(address: str | None, *, expected: bool) -> None:
    assert anybody_may_remove(address) is expected


@pytest.mark.parametrize(("value", "expected"), [("yes", True), ("1", True), ("no", False), ("0", False), ("", False)])
def test_unless_that_was_asked_for(value: str, monkeypatch: pytest.MonkeyPatch, *, expected: bool) -> None:
    monkeypatch.setenv(ALLOW_REMOVING, value)
    assert anybody_may_remove("0.0.0.0") is expected
