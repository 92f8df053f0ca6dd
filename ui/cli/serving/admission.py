"""Whom a server of the HTTP API lets in: options that its commands share, and what becomes of them."""

from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, fields
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from index.errors import MissingPackageError, OutputError
from ui.settings.options import setting

if TYPE_CHECKING:
    from ui.api.app import Serving
    from ui.app.hosts import Hosts

_PER_MINUTE = 600  # as `ui.api.app.PER_MINUTE`, which takes a second to import


@dataclass(frozen=True, slots=True)
class Admission:
    """What the command line says of who is let in."""

    keys: Path | None
    rate: int
    oidc_issuer: str | None
    oidc_audience: str | None
    oidc_keys: str | None

    @classmethod
    def taken_from(cls, parameters: MutableMapping[str, Any]) -> "Admission":
        """Those of a command's `parameters` that are about it, taken out of them."""
        return cls(**{each.name: parameters.pop(each.name) for each in fields(cls)})

    def serving(self, hosts: "Hosts", *, is_open: bool) -> "Serving":
        """How the server is run; OutputError where others could come, `is_open` is False, and nothing lets them in."""
        from ui.api.app import Serving
        from ui.api.guards.keys import read_keys
        from ui.api.guards.tokens import Tokens, provider

        keys, signing_in = read_keys(self.keys), provider(self.oidc_issuer, self.oidc_audience, self.oidc_keys)
        if not keys and signing_in is None and not is_open:
            raise OutputError(
                f"{hosts.address} lets other machines in, and there are no keys: make one with `pincite serve "
                "--new-key NAME`, put its line into a file and give that with --keys; or take tokens of a sign-in "
                "with --oidc-issuer and --oidc-audience; or listen on 127.0.0.1"
            )
        if signing_in is not None and find_spec("jwt") is None:
            raise MissingPackageError("tokens need the package PyJWT; run: pip install 'pincite[oidc]'")
        return Serving(hosts, keys, self.rate, None if signing_in is None else Tokens(signing_in))


def admission_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`command` with the options that `Admission` takes."""
    options = (
        click.option(
            "--keys",
            type=click.Path(path_type=Path, dir_okay=False),
            **setting("PINCITE_API_KEYS_FILE"),
            help="A file of the hashes of keys; without any, only this machine is let in. $PINCITE_API_KEYS has some, "
            "too.",
        ),
        click.option(
            "--rate",
            type=click.IntRange(0),
            **setting("PINCITE_SERVE_RATE", _PER_MINUTE),
            help=f"Requests a minute of one; 0: any.  [default: {_PER_MINUTE}]",
        ),
        click.option(
            "--oidc-issuer",
            metavar="URL",
            **setting("PINCITE_OIDC_ISSUER"),
            help="Let in whoever has a token of this OpenID Connect provider, named as in its tokens.",
        ),
        click.option(
            "--oidc-audience",
            metavar="NAME",
            **setting("PINCITE_OIDC_AUDIENCE"),
            help="For whom such tokens are made: the name of this server at the provider.",
        ),
        click.option(
            "--oidc-keys",
            metavar="URL",
            **setting("PINCITE_OIDC_KEYS"),
            help="Where the provider's public keys are, if it does not say so itself.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command
