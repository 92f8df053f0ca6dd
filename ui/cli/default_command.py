"""A group of commands one of which is meant where none is named."""

import click


class GroupWithDefault(click.Group):
    """A group that runs its command `default_command` where the first argument names none of its commands."""

    default_command = "build"

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The arguments that are left, the default command set before them where they name no other."""
        first = args[0] if args else ""
        if first not in self.commands and first not in ctx.help_option_names:
            args = [self.default_command, *args]
        return super().parse_args(ctx, args)
