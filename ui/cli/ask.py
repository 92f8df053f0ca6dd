"""`pincite ask`: one question, one cited answer."""

import logging
from typing import Any

import click

from ui.cli.options import index_option, model_option, reader_option, writer_option
from ui.interrupts import leaving_at_once
from ui.language_model import language_model

_logger = logging.getLogger(__name__)


@click.command()
@click.argument("question")
@click.option("--document", "documents", multiple=True, metavar="ID", help="Look in this document only; repeatable.")
@index_option
@model_option
@reader_option
@writer_option
@click.option("--found", "form", flag_value="found", help="List all paragraphs that were found, too, best first.")
@click.option("--json", "form", flag_value="json", help="One JSON object instead of words.")
def ask_command(question: str, documents: tuple[str, ...], form: str | None, **opened: Any) -> None:  # noqa: ANN401 (what the options give)
    """Answer QUESTION from the indexed documents, each sentence with the paragraph it stands in."""
    with leaving_at_once():
        from rag.open_answerer import open_answerer
        from rag.question.analyse import checked_question

        # Before the model is loaded, which takes longer than all the rest.
        text = checked_question(question)
        writing = language_model(opened.pop("writer"))
        answerer = open_answerer(opened.pop("folder"), **opened, language_model=writing)
    answer = answerer.answer(text, documents=documents)
    _logger.info(
        "found %d paragraphs in %.0f ms, chose sentences in %.0f ms, confidence %.2f",
        len(answer.evidence),
        answer.milliseconds["retrieve"],
        answer.milliseconds["answer"],
        answer.confidence,
    )
    if form == "json":
        from rag.answer_json import answer_line

        click.echo(answer_line(answer))
    else:
        from ui.cli.terminal.answer import print_answer

        print_answer(answer, answerer.index, is_filtered=bool(documents), with_found=form == "found")
