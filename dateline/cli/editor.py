"""A text in the user's editor."""

import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from dateline.errors import InputError


def edit_in_editor(text: str, folder: Path) -> str:
    """Open `text` in $VISUAL or $EDITOR and return it as saved; the file stays in `folder` until next time.

    Raises InputError where no editor is set, or where it ends with an error.
    """
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        raise InputError("no editor is set; set $EDITOR, or use --to FILE and then --from FILE")
    folder.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=".draft-", suffix=".md", dir=folder)
    os.close(descriptor)
    Path(name).write_text(text, encoding="utf-8")
    ran = subprocess.run([*shlex.split(editor), name], check=False)
    if ran.returncode:
        raise InputError(f"{editor} ended with status {ran.returncode}; your text is in {name}")
    print(f"your text is kept in {name}")
    return read_text(Path(name))


def read_text(file: Path) -> str:
    """Return the words of a file, `-` is standard input. Raises InputError."""
    try:
        return sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: expected a text in UTF-8, found: {error}") from None
