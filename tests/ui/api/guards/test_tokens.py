"""Tokens of a sign-in: signed by the provider, for this server, not expired; keys made and served by the test."""

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from time import time
from typing import Any

import pytest

pytest.importorskip("jwt")
import jwt
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from fastapi.testclient import TestClient

from index.errors import SettingsError
from ui.api.guards.tokens import Provider, Tokens, UnreachableProviderError, provider

Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
MakeClient = Callable[..., TestClient]
AUDIENCE, KID = "pincite", {"kid": "first"}
DOCUMENTS = "/api/v1/documents"


class SignIn:
    """A provider on this machine: its keys, and how often it was asked for them."""

    def __init__(self) -> None:
        self.keys: dict[str, Key] = {}
        self.asked: list[str] = []
        self.discovery: dict[str, str] = {}
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.asked.append(self.path)
                body = json.dumps(outer.discovery if self.path.startswith("/.well-known") else outer.jwks()).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"
        self.discovery = {"issuer": self.issuer, "jwks_uri": f"{self.issuer}/keys"}
        self.add("first", rsa.generate_private_key(65537, 2048))
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def add(self, name: str, key: Key) -> None:
        self.keys[name] = key

    def jwks(self) -> dict[str, Any]:
        def public(key: Key) -> dict[str, Any]:
            if isinstance(key, rsa.RSAPrivateKey):
                return dict(jwt.algorithms.RSAAlgorithm.to_jwk(key.public_key(), as_dict=True))
            return dict(jwt.algorithms.ECAlgorithm.to_jwk(key.public_key(), as_dict=True))

        return {"keys": [{**public(key), "kid": name, "use": "sig"} for name, key in self.keys.items()]}

    def token(
        self, key: str = "first", algorithm: str = "RS256", signed_by: Key | None = None, **changes: object
    ) -> str:
        claims: dict[str, object] = {"iss": self.issuer, "aud": AUDIENCE, "sub": "ada", "exp": time() + 600} | changes
        kept = {name: value for name, value in claims.items() if value is not None}
        token: str = jwt.encode(kept, signed_by or self.keys[key], algorithm, headers={"kid": key})
        return token


@pytest.fixture
def sign_in() -> Iterator[SignIn]:
    made = SignIn()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def tokens(sign_in: SignIn) -> Tokens:
    return Tokens(Provider(sign_in.issuer, AUDIENCE))


def test_a_valid_token_names_who_has_it(tokens: Tokens, sign_in: SignIn) -> None:
    sign_in.add("curve", ec.generate_private_key(ec.SECP256R1()))

    assert tokens.holder(sign_in.token()) == f"{sign_in.issuer}|ada"
    assert tokens.holder(sign_in.token(aud=["other", AUDIENCE])) == f"{sign_in.issuer}|ada"
    assert tokens.holder(sign_in.token("curve", "ES256")) == f"{sign_in.issuer}|ada"


@pytest.mark.parametrize(
    "changes",
    [
        {"exp": 1_000_000_000},
        {"exp": None},
        {"aud": "another"},
        {"aud": None},
        {"iss": "https://another.example"},
        {"iss": None},
        {"sub": None},
        {"nbf": 9_000_000_000},
    ],
    ids=str,
)
def test_a_token_that_is_expired_or_for_somebody_else_is_refused(
    tokens: Tokens, sign_in: SignIn, changes: dict[str, object]
) -> None:
    assert tokens.holder(sign_in.token(**changes)) is None  # type: ignore[arg-type]


def test_a_token_that_the_provider_did_not_sign_is_refused(tokens: Tokens, sign_in: SignIn) -> None:
    stranger = rsa.generate_private_key(65537, 2048)
    header, claims, signature = sign_in.token().split(".")
    unsigned = jwt.encode({"iss": sign_in.issuer, "aud": AUDIENCE, "sub": "ada"}, "", "none", KID)
    shared = jwt.encode({"sub": "ada", "exp": time() + 600}, "a secret of thirty-two letters…", headers=KID)

    for forged in (
        sign_in.token(signed_by=stranger),
        unsigned,
        shared,
        f"{header}.{claims}x.{signature}",
        "a.b.c",
        "x",
    ):
        assert tokens.holder(forged) is None


def test_keys_are_asked_for_once_and_unknown_ones_do_not_make_it_ask_again_and_again(
    tokens: Tokens, sign_in: SignIn
) -> None:
    assert tokens.holder(sign_in.token()) is not None
    stranger = rsa.generate_private_key(65537, 2048)
    for number in range(5):
        assert tokens.holder(sign_in.token(f"unknown-{number}", signed_by=stranger)) is None

    assert sign_in.asked == ["/.well-known/openid-configuration", "/keys"]


def test_where_the_keys_are_may_be_named(sign_in: SignIn) -> None:
    tokens = Tokens(Provider(sign_in.issuer, AUDIENCE, f"{sign_in.issuer}/mine"))

    assert tokens.holder(sign_in.token()) is not None
    assert sign_in.asked == ["/mine"]


@pytest.mark.parametrize("told", [{}, {"issuer": "https://another.example"}, {"jwks_uri": "http://example.org/keys"}])
def test_a_provider_that_gives_itself_out_for_another_is_not_believed(
    tokens: Tokens, sign_in: SignIn, told: dict[str, str]
) -> None:
    sign_in.discovery = {**sign_in.discovery, **told} if told else {}

    with pytest.raises(UnreachableProviderError, match="name its keys: --oidc-keys"):
        tokens.holder(sign_in.token())


def test_the_server_lets_tokens_and_keys_in_and_nothing_else(
    make_client: MakeClient, tokens: Tokens, sign_in: SignIn
) -> None:
    client = make_client(tokens=tokens)

    def status(token: str) -> int:
        return client.get(DOCUMENTS, headers={"Authorization": f"Bearer {token}"}).status_code

    assert status(sign_in.token()) == 200
    assert status(sign_in.token(exp=1)) == 401
    refused = client.get(DOCUMENTS)
    assert (refused.status_code, refused.headers["www-authenticate"]) == (401, "Bearer")
    assert "a token that is valid here and now" in refused.json()["error"]["message"]


def test_while_the_provider_is_away_the_server_says_so(make_client: MakeClient, sign_in: SignIn) -> None:
    sign_in.discovery = {}
    client = make_client(tokens=Tokens(Provider(sign_in.issuer, AUDIENCE)))

    sent = client.get(DOCUMENTS, headers={"Authorization": f"Bearer {sign_in.token()}"})

    assert (sent.status_code, sent.json()["error"]["type"]) == (503, "SignInUnreachable")
    assert int(sent.headers["retry-after"]) > 0


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("https://a.example", None, None), "give --oidc-issuer URL and --oidc-audience NAME"),
        ((None, None, "https://a.example/keys"), "give --oidc-issuer URL and --oidc-audience NAME"),
        (
            ("http://a.example", "x", None),
            "--oidc-issuer is 'http://a.example'; give an address that begins with https",
        ),
        (("https://a.example", "x", "file:///keys"), "--oidc-keys is 'file:///keys'"),
    ],
)
def test_settings_that_would_not_be_safe_are_refused(given: tuple[str | None, ...], said: str) -> None:
    with pytest.raises(SettingsError) as caught:
        provider(*given)

    assert said in str(caught.value)


def test_unless_it_is_set_nobody_signs_in() -> None:
    assert provider(None, None, None) is None
