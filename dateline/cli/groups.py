"""Commands with verbs of their own, in which the desk may stand before the verb or alone."""

from typing import Any

from typer.core import TyperGroup

LIST = "list"


class DeskGroup(TyperGroup):
    """A group in which `NAME DESK` lists, and `NAME DESK VERB …` is the same as `NAME VERB DESK …`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the verb in front of the desk."""
        first = args[0] if args else ""
        if first in self.commands or first in ctx.help_option_names:
            return super().parse_args(ctx, args)
        if len(args) > 1 and args[1] in self.commands:
            return super().parse_args(ctx, [args[1], first, *args[2:]])
        return super().parse_args(ctx, [LIST, *args])
