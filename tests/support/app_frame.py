"""Steps of a reader in the app as Streamlit's own test frame runs it: ask, open a page, see what it shows."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

SCRIPT = Path(__file__).parents[2] / "ui" / "app" / "app.py"
KNOWN = "What does paragraph 1 of the 2018 report say?"
UNKNOWN = "What does paragraph 99 of the 2018 report say?"


def html(app: "AppTest") -> str:
    assert not app.exception
    return "".join(each.value for each in app.html)


def ask(app: "AppTest", question: str) -> "AppTest":
    app.query_params["q"] = question
    return app.run()


def page(app: "AppTest", name: str, **address: str) -> "AppTest":
    app.run()
    app.switch_page(f"app_pages/{name}.py")
    for key, value in address.items():
        app.query_params[key] = value
    return app.run()


def errors(app: "AppTest") -> list[str]:
    return [each.value.replace("\\", "") for each in app.error]


def buttons(app: "AppTest") -> list[str]:
    assert not app.exception
    return [button.label for button in app.button]
