"""HTML templates: what is put in is text, and a mistake in a name is an error."""

from pathlib import Path

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from rag.templates import templates


def filled(folder: Path, template: str, **values: object) -> str:
    (folder / "t.jinja").write_text(template, encoding="utf-8")
    return templates(folder).get_template("t.jinja").render(values)


def test_what_is_put_in_is_text_unless_it_is_html_already(tmp_path: Path) -> None:
    assert filled(tmp_path, "{{ a }}{{ b }}", a="<b>", b=Markup("<i>")) == "&lt;b&gt;<i>"


def test_a_name_that_is_not_known_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError, match="'nonesuch' is undefined"):
        filled(tmp_path, "{{ nonesuch }}")
