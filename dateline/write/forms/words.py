"""Words that any page or file format can hold."""

import re

from dateline.write.prose.passages import visible

UNPRINTABLE = re.compile(r"[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def printable(text: str) -> str:
    """Return `text` with single spaces and without characters that no page or XML file can hold.

    >>> printable(" a\\x00b\\n c")
    ' ab c'
    """
    return re.sub(r"\s+", " ", UNPRINTABLE.sub("", visible(text)))


def one_line(text: str) -> str:
    """Return `printable` words without space around them."""
    return printable(text).strip()
