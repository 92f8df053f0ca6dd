"""Who somebody is who signed in, and who may remove documents and batches and see the results of evaluation."""

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from ui.app.hosts import is_loopback
from ui.settings.configured import configured, from_file

# Set by `pincite ui --allow-removing`, and by whoever starts the app in another way.
ALLOW_REMOVING = "PINCITE_ALLOW_REMOVING"
ADMINISTRATORS = "PINCITE_ADMINISTRATORS"
_OFF = ("", "0", "no", "off", "false")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who signed in; `email` is empty where the provider says that it was not verified.

    `id` is issuer and subject, `https://issuer|subject`: the only claims that are never given to somebody else
    (OpenID Connect Core 1.0, section 5.7).
    """

    id: str
    name: str
    email: str = ""


def person_of(claims: Mapping[str, object]) -> Person | None:
    """The person whom the claims of an ID token tell of; None where they lack issuer or subject."""
    issuer, subject, email = (str(claims.get(name) or "").strip() for name in ("iss", "sub", "email"))
    if not issuer or not subject:
        return None
    if str(claims.get("email_verified", True)).lower() == "false":
        email = ""
    name = email or str(claims.get("name") or "") or subject
    return Person(f"{issuer}|{subject}", name, email)


def administrators(listed: object) -> frozenset[str]:
    """Who is an administrator, e-mail addresses in small letters or issuer and subject.

    From the environment's `PINCITE_ADMINISTRATORS`, separated by commas, or from the file of settings, or else from
    what is `listed`: the same, or a list.
    """
    named = os.environ.get(ADMINISTRATORS, from_file(ADMINISTRATORS) or listed)
    each = named.split(",") if isinstance(named, str) else named if isinstance(named, Collection) else ()
    return frozenset(_comparable(str(one)) for one in each if str(one).strip())


def is_administrator(person: Person, named: Collection[str]) -> bool:
    """Whether `person` is among those `named`, by issuer and subject or by e-mail address."""
    return bool({person.id, _comparable(person.email)} & {*named} - {""})


def anybody_may_remove(address: str | None) -> bool:
    """Whether, with sign-in off, whoever opens the app on `address` may remove what is in it: only from this machine.

    None is what Streamlit has where no address is set: it listens to all.
    """
    if (configured(ALLOW_REMOVING) or "").strip().lower() not in _OFF:
        return True
    return address is not None and is_loopback(address)


def _comparable(name: str) -> str:
    """An e-mail address in small letters; issuer and subject as they are, since they tell capitals apart."""
    return name.strip() if "|" in name else name.strip().lower()
