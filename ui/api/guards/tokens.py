"""Bearer tokens of an organisation's sign-in (OpenID Connect): signature, issuer, audience and expiry are checked."""

import json
import logging
import threading
from dataclasses import dataclass
from http.client import HTTPException
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

from index.errors import SettingsError
from ui.app.hosts import is_loopback

if TYPE_CHECKING:
    from jwt import PyJWKClient

logger = logging.getLogger(__name__)

# Those of key pairs: with a shared secret, whoever can check a token could make one (RFC 8725, section 3.1).
_ALGORITHMS = "RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA".split()
_CLAIMS = ("exp", "iss", "aud", "sub")
_LEEWAY = 30  # seconds that clocks may differ
_TIMEOUT = 10  # seconds to wait for the provider
_WELL_KNOWN = "/.well-known/openid-configuration"  # OpenID Connect Discovery 1.0, section 4
_DOTS = 2  # of a JSON web token


class UnreachableProviderError(Exception):
    """The provider's keys cannot be had now, so that no token can be checked."""


@dataclass(frozen=True, slots=True)
class Provider:
    """Who signs people in: its address as tokens name it, for whom they are made, where its public keys are.

    Without an address of the keys, the provider is asked for it.
    """

    issuer: str
    audience: str
    keys: str | None = None


def provider(issuer: str | None, audience: str | None, keys: str | None) -> Provider | None:
    """The provider of these settings, None where none is set; SettingsError where one lacks or is no safe address."""
    if issuer is None and audience is None and keys is None:
        return None
    if not issuer or not audience:
        raise SettingsError("tokens need both: give --oidc-issuer URL and --oidc-audience NAME")
    for name, url in (("--oidc-issuer", issuer), ("--oidc-keys", keys)):
        if url is not None and not _is_safe(url):
            raise SettingsError(f"{name} is {url!r}; give an address that begins with https://")
    return Provider(issuer, audience, keys)


def _is_safe(url: str) -> bool:
    """Whether nobody on the way can put other keys in place of what `url` gives."""
    parts = urlsplit(url)
    return bool(parts.hostname) and (
        parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.hostname or ""))
    )


class Tokens:
    """Checks tokens of one provider. Safe to share between threads; waits for the provider where keys are new."""

    def __init__(self, provider: Provider) -> None:
        self._provider = provider
        self._finding = threading.Lock()
        self._found: PyJWKClient | None = None

    def holder(self, token: str) -> str | None:
        """Issuer and subject of whoever has `token`; None where it is none, or not valid here and now.

        UnreachableProviderError where that cannot be told.
        """
        import jwt

        if token.count(".") != _DOTS:
            return None
        try:
            key = self._keys().get_signing_key_from_jwt(token)
            claims = jwt.decode(
                token,
                key,
                algorithms=_ALGORITHMS,
                audience=self._provider.audience,
                issuer=self._provider.issuer,
                leeway=_LEEWAY,
                options={"require": [*_CLAIMS]},
            )
        except jwt.PyJWKClientConnectionError as error:
            raise UnreachableProviderError(f"{self._provider.issuer}: its keys cannot be read ({error})") from error
        except jwt.PyJWTError as error:
            logger.info("a token was refused: %s", error)
            return None
        return f"{self._provider.issuer}|{claims['sub']}"

    def _keys(self) -> "PyJWKClient":
        """What gets keys and keeps them for five minutes; an unknown one is asked for twice a minute."""
        from jwt import PyJWKClient

        with self._finding:
            if self._found is None:
                self._found = PyJWKClient(self._provider.keys or self._discovered(), timeout=_TIMEOUT)
            return self._found

    def _discovered(self) -> str:
        """Where the provider says that its keys are."""
        address = self._provider.issuer.rstrip("/") + _WELL_KNOWN
        try:
            with urlopen(address, timeout=_TIMEOUT) as response:
                told = json.load(response)
        except (URLError, TimeoutError, HTTPException, ValueError) as error:
            raise UnreachableProviderError(f"{address} cannot be read ({error})") from error
        keys = told.get("jwks_uri") if isinstance(told, dict) else None
        if not isinstance(keys, str) or told.get("issuer") != self._provider.issuer or not _is_safe(keys):
            said = f"{address} is not that of {self._provider.issuer}; name its keys: --oidc-keys"
            raise UnreachableProviderError(said)
        return keys
