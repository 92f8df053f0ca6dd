"""Which setting comes first: the command line, the environment, the file of settings, what applies otherwise."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from index.errors import SettingsError
from ui.app.people import administrators
from ui.cli.main import run
from ui.paths import index_folder, reader_name
from ui.settings.configured import configured, from_file, settings_file
from ui.settings.options import listed_setting, setting

PORT = "PINCITE_SERVE_PORT"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to be in, and nothing set."""
    for name in ("CONFIG", "INDEX", "PROFILE", "READER", "SERVE_PORT", "SERVE_ALLOWED_HOSTS", "ADMINISTRATORS"):
        monkeypatch.delenv(f"PINCITE_{name}", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def chosen(*arguments: str) -> str:
    """The port and the hosts that a command is given."""

    @click.command()
    @click.option("--port", type=int, **setting(PORT, 8800))
    @click.option("--host", "hosts", **listed_setting("PINCITE_SERVE_ALLOWED_HOSTS"))
    def command(port: int, hosts: tuple[str, ...]) -> None:
        click.echo(f"{port} {','.join(hosts)}")

    return CliRunner().invoke(command, arguments, catch_exceptions=False).output.strip()


def test_the_command_line_comes_before_the_environment_before_the_file_before_what_applies_otherwise(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert chosen() == "8800"
    (here / "pincite.toml").write_text('serve_port = 1001\nserve_allowed_hosts = ["a.org", "b.org"]\n')
    assert chosen() == "1001 a.org,b.org"
    monkeypatch.setenv(PORT, "1002")
    monkeypatch.setenv("PINCITE_SERVE_ALLOWED_HOSTS", "c.org, d.org")
    assert chosen() == "1002 c.org,d.org"
    assert chosen("--port", "1003", "--host", "e.org") == "1003 e.org"


def test_a_file_that_was_changed_is_read_again(here: Path) -> None:
    path = here / "pincite.toml"
    path.write_text('profile = "fast"\n')
    assert reader_name() == "none"
    path.write_text('profile = "reading"\nindex = "there"\n')
    assert (reader_name(), index_folder()) == (None, Path("there"))


def test_the_file_may_lie_elsewhere(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "pincite.toml").write_text('index = "here"\n')
    (here / "etc").mkdir()
    (here / "etc" / "other.toml").write_text('index = "there"\n')
    monkeypatch.setenv("PINCITE_CONFIG", "etc/other.toml")

    assert (settings_file(), index_folder()) == (Path("etc/other.toml"), Path("etc/there"))


def test_a_file_that_is_named_and_is_not_there_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PINCITE_CONFIG", "no.toml")

    with pytest.raises(SettingsError, match=r"\$PINCITE_CONFIG names no.toml, which is no file"):
        configured(PORT)


def test_an_empty_variable_leaves_the_files_value(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "pincite.toml").write_text("serve_port = 1001\nallow_removing = false\n")
    monkeypatch.setenv(PORT, "")

    assert (configured(PORT), from_file("PINCITE_ALLOW_REMOVING")) == ("1001", "")


def test_administrators_of_the_file_come_before_those_of_the_secrets(here: Path) -> None:
    assert administrators(["z@z.org"]) == {"z@z.org"}
    (here / "pincite.toml").write_text('administrators = ["A@b.org"]\n')
    assert administrators(["z@z.org"]) == {"a@b.org"}


def test_a_file_that_cannot_be_used_stops_a_command_with_one_line(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "pincite.toml").write_text('profile = "slow"\n')

    assert run(["ask", "What?", "--index", "there"]) == 2
    assert capsys.readouterr().err == (
        "pincite: pincite.toml: profile is 'slow'; it should be 'reading' or 'fast' (`reading` or `fast`; `reading`)\n"
    )


def test_doctor_tells_what_was_set_and_where(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "pincite.toml").write_text('index = "there"\n')

    assert run(["doctor"]) == 1
    said = capsys.readouterr().out
    assert "✓ settings, index: there, from pincite.toml\n" in said
    assert "✗ index: " in said
