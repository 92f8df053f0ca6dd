"""The command `pincite`: one place where commands are named and errors become one line and an exit code."""

import gc
import os
import sys
from importlib import import_module

import click
from click.core import ParameterSource

from index.errors import PinciteError
from ui.interrupts import EXIT_INTERRUPTED, INTERRUPTED, leave
from ui.logs import JSON, LEVELS, TEXT, show_logs
from ui.settings.options import setting
from ui.threads import multiply_on_one_thread
from ui.tracing import start_tracing

# Command -> module and function. Modules are imported when their command runs, so that `--help` is quick.
_COMMANDS = {
    "index": ("ui.cli.index", "index_command", "Build the index of some documents."),
    "ask": ("ui.cli.ask", "ask_command", "Answer a question with cited paragraphs."),
    "batch": ("ui.cli.batch", "batch_command", "Answer a file of questions: Word, Excel and other files out."),
    "brief": ("ui.cli.brief", "brief_command", "Gather what the documents say on a theme."),
    "verify": ("ui.cli.verify", "verify_command", "Check the quotations and citations of a draft."),
    "compare": ("ui.cli.compare", "compare_command", "Compare two documents paragraph by paragraph."),
    "show": ("ui.cli.show", "show_command", "Show a document's outline or one paragraph."),
    "eval": ("ui.cli.eval", "eval_group", "Score answers to gold questions and compare reports."),
    "ui": ("ui.cli.ui", "ui_command", "Open the app in a browser."),
    "doctor": ("ui.cli.doctor.command", "doctor_command", "Say whether index and language model work."),
    "serve": ("ui.cli.serving.serve", "serve_command", "Serve other programs by HTTP, as JSON."),
    "questions": ("ui.cli.serving.questions", "questions_command", "Print the questions that a server has kept."),
    "mcp": ("ui.cli.serving.mcp", "mcp_command", "Let a program with a language model ask, by MCP."),
    "audit": ("ui.cli.audit", "audit_command", "List what is odd in the documents' numbering."),
}

# Objects that are made before Python looks which of them are garbage. Importing and loading make many that stay, and
# with Python's own 700 a cold question spends a twentieth of its time on looking.
_MADE = 50_000
EXIT_ERROR = 2  # as click ends where a command was given wrongly


class _LazyGroup(click.Group):
    """A group that imports a command's module only when the command is wanted."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module, name, _ = _COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(module), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, _, summary) in _COMMANDS.items()])


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="pincite")
@click.option("-v", "--verbose", "verbosity", count=True, help="Say what is loaded and how long it takes; -vv, more.")
@click.option(
    "--log-level",
    "level",
    type=click.Choice(LEVELS),
    **setting("PINCITE_LOG_LEVEL"),
    help="Log lines from this level on, before -v.  [default: warning]",
)
@click.option(
    "--log",
    "form",
    type=click.Choice([TEXT, JSON]),
    **setting("PINCITE_LOG", TEXT),
    help="The form of log lines.  [default: text]",
)
def cli(verbosity: int, level: str | None, form: str) -> None:
    """Answers to questions about United Nations documents, each sentence cited to its paragraph."""
    given = click.get_current_context().get_parameter_source("level")
    # What was set once gives way to what is asked for now.
    show_logs(verbosity, None if verbosity and given != ParameterSource.COMMANDLINE else level, form)
    start_tracing()


def main() -> None:
    """Run the command line and exit: 0 done, 2 an error the user can mend, 130 interrupted."""
    multiply_on_one_thread()
    gc.set_threshold(_MADE)
    code = run(sys.argv[1:])
    if code == EXIT_INTERRUPTED:
        leave(code)
    # What is left goes with the process; Python would look for cycles in it several times, for a tenth of a second.
    gc.freeze()
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """The exit code of one command; errors are told on standard error in one line."""
    try:
        outcome = cli.main(args=arguments, prog_name="pincite", standalone_mode=False)
        return outcome if isinstance(outcome, int) else 0
    except click.exceptions.Abort:
        return _stop(INTERRUPTED, EXIT_INTERRUPTED)
    except KeyboardInterrupt:
        return _stop(INTERRUPTED, EXIT_INTERRUPTED)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except PinciteError as error:
        return _stop(str(error), EXIT_ERROR)
    except BrokenPipeError:
        return _quiet_broken_pipe()


def _stop(message: str, code: int) -> int:
    click.echo(f"pincite: {message}", err=True)
    return code


def _quiet_broken_pipe() -> int:
    # The reader of our output (`head`, a pager) went away: not an error, but Python would print one at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


if __name__ == "__main__":
    main()
