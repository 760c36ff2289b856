"""The text of an edited draft, cut into its head and its blocks of lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.errors import EditionError
from dateline.model.editions import Revision


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of the text without an empty one between them, joined; `line` is the number of the first."""

    line: int
    text: str


def split_header(text: str, base: Revision) -> tuple[dict[str, str], str]:
    """Return the lines of the head by their names, and what follows. Raises EditionError."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    match = re.match(r"---\n(.*?)\n---(?:\n|$)", text, re.DOTALL)
    if match is None:
        raise EditionError("line 1: expected the lines between --- and --- that the draft began with")
    lines = (line.partition(":") for line in match[1].split("\n") if ":" in line)
    header = {name.strip(): value.strip() for name, _, value in lines}
    if header.get("revision") != base.id:
        raise EditionError(
            f"the text was written from revision {header.get('revision')!r}, the draft is at {base.id}: "
            "somebody edited it meanwhile; open the draft again and carry your changes over"
        )
    return header, text[match.end() :]


def blocks_of(body: str, first_line: int) -> Iterator[Block]:
    """Yield the blocks of a body that begins on `first_line`; remarks, behind ">", are left out."""
    gathered: list[str] = []
    start = first_line
    lines = [line.strip() for line in (*body.split("\n"), "")]
    for number, line in enumerate(lines, first_line):
        heading = line.startswith("#")
        if (not line or heading) and gathered:
            yield Block(start, " ".join(gathered))
            gathered = []
        if heading:
            yield Block(number, line)
        elif line and not line.startswith(">"):
            start = start if gathered else number
            gathered.append(line)
