"""Every setting with its type: the keys of `pincite.toml`, and with `PINCITE_` before them the variables."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, SecretStr
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from ui.settings.variables import PREFIX


def _split(given: object) -> object:
    return [each.strip() for each in given.split(",") if each.strip()] if isinstance(given, str) else given


_Names = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split)]
_Port = Annotated[int, Field(ge=1, le=65_535)]


class Settings(BaseSettings):
    """What was set; None where nothing was, and what applies then is said of each."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, extra="forbid", frozen=True, env_ignore_empty=True, protected_namespaces=()
    )

    index: Path | None = Field(default=None, description="the index folder; `.pincite/index`")
    model: str | None = Field(default=None, description="another embedding model, by name or folder; the packaged one")
    reader: str | None = Field(default=None, description="another reader, by name or folder; the packaged one")
    profile: Literal["reading", "fast"] | None = Field(default=None, description="`reading` or `fast`; `reading`")
    writer: Literal["extractive", "llm"] | None = Field(
        default=None, description="`extractive`, or `llm` where a language model writes; `extractive`"
    )
    feedback: Path | None = Field(
        default=None, description="the file of readers' verdicts; `feedback.sqlite` beside the index"
    )
    replies: Path | None = Field(
        default=None, description="the file of a language model's replies; `replies.sqlite` beside the index"
    )
    questions: Path | None = Field(
        default=None, description="the file of questions that are kept; `questions.sqlite` beside the index"
    )
    reports: Path | None = Field(default=None, description="the folder of evaluation reports; `reports`")
    llm_url: str | None = Field(
        default=None,
        pattern="^https?://",
        description="the base address of a language model, such as `http://localhost/v1`",
    )
    llm_model: str | None = Field(default=None, description="the name of a model that it serves")
    llm_key: SecretStr | None = Field(default=None, description="its key; better in the environment than in a file")
    llm_timeout: float | None = Field(
        default=None, ge=1, description="seconds without a byte after which it is given up; 60"
    )
    llm_window: int | None = Field(
        default=None, ge=2_048, description="tokens of question, paragraphs and answer together; 8192"
    )
    llm_at_once: int | None = Field(default=None, ge=1, description="questions of a batch that are sent at a time; 4")
    log: Literal["text", "json"] | None = Field(
        default=None, description="how log lines are written: `text` or `json`; `text`"
    )
    log_level: Literal["error", "warning", "info", "debug"] | None = Field(
        default=None, description="what is logged: `error`, `warning`, `info` or `debug`; `warning`"
    )
    ui_address: str | None = Field(default=None, description="where the app listens; `localhost`")
    ui_port: _Port | None = Field(default=None, description="its port; 8501, or the next free one")
    ui_allowed_hosts: _Names | None = Field(default=None, description="further names that it may be opened under; none")
    ui_most_sessions: int | None = Field(default=None, ge=1, description="pages of it that may be open at once; 200")
    allow_removing: bool | None = Field(
        default=None, description="whoever opens the app from another machine may delete documents, without sign-in; no"
    )
    administrators: _Names | None = Field(
        default=None,
        description="administrators of the app, by e-mail address or `issuer|subject`; those of its secrets",
    )
    serve_host: str | None = Field(default=None, description="where `pincite serve` listens; `127.0.0.1`")
    serve_port: _Port | None = Field(default=None, description="its port; 8800")
    serve_allowed_hosts: _Names | None = Field(
        default=None, description="further names that it may be asked under; none"
    )
    serve_rate: int | None = Field(default=None, ge=0, description="requests a minute of one who asks, 0 for any; 600")
    serve_keep_questions: int | None = Field(
        default=None, ge=0, description="days for which questions are kept; 0: none are"
    )
    oidc_issuer: str | None = Field(
        default=None, description="whose tokens `pincite serve` lets in, as they name it, `https://…`; nobody's"
    )
    oidc_audience: str | None = Field(default=None, description="for whom such tokens are made; needed with the issuer")
    oidc_keys: str | None = Field(
        default=None, description="where the issuer's public keys are (JWKS); what the issuer says"
    )
    api_keys_file: Path | None = Field(default=None, description="the file of the hashes of keys; none")
    api_keys: _Names | None = Field(default=None, description="hashes of keys, `name:hash` each; none")
