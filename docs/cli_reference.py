"""Write docs/cli.md from the commands' own help, so that it cannot go stale."""

import os
import subprocess
import sys
from pathlib import Path

from dateline.cli.main import COMMANDS, GROUPS, SUBCOMMANDS

PAGE = Path(__file__).parent / "cli.md"
WIDTH = "100"


def help_of(*words: str) -> str:
    """Return what `dateline WORDS --help` prints on a plain terminal of 100 columns."""
    environment = {**os.environ, "COLUMNS": WIDTH, "TERMINAL_WIDTH": WIDTH, "NO_COLOR": "1", "TERM": "dumb"}
    ran = subprocess.run(
        [sys.executable, "-m", "dateline", *words, "--help"],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env=environment,
    )
    return "\n".join(line.rstrip() for line in ran.stdout.strip().splitlines())


def cli_reference() -> str:
    """Return the page: each command with its help."""
    parts = [
        "# Commands",
        "Written by `make docs` from the commands' own `--help`.",
        "```text\n" + help_of() + "\n```",
    ]
    commands = [(name,) for name in COMMANDS] + [
        (group, sub) for group in GROUPS for sub in SUBCOMMANDS[group]
    ]
    for words in commands:
        parts.append(f"## dateline {' '.join(words)}\n\n```text\n{help_of(*words)}\n```")
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    PAGE.write_text(cli_reference(), encoding="utf-8")
    print(f"{PAGE} is written")
