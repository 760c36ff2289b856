"""Text as it will stand for good: normal form C, no hidden characters, paragraphs parted by blank lines."""

import re
from collections.abc import Iterable

from dateline.errors import Unreadable
from dateline.text.unicode import nfc

MAX_TEXT = 5_000_000  # code points; the longest newspaper pages have a tenth of this

# Controls but tab and line feed; soft hyphen, marks and overrides of direction, joiners other than
# ZWNJ and ZWJ (which Persian and Indic spelling need), byte order mark, noncharacters, tags.
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SPACE = re.compile("[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000\x1f]+")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--.*?-->")
_BLANK_LINES = re.compile(r"\n(?:[ ]*\n)+")


def clean_text(text: str) -> str:
    """Return `text` with clean lines; blank lines part its paragraphs. Raises Unreadable when too long.

    >>> clean_text("One \\r\\n\\r\\n\\r\\ntwo\\u202e three")
    'One\\n\\ntwo three'
    """
    if len(text) > MAX_TEXT:
        raise Unreadable(f"expected at most {MAX_TEXT} characters of text, found {len(text)}")
    lines = _LINE_END.sub("\n", _HIDDEN.sub("", text))
    spaced = "\n".join(line.strip() for line in _SPACE.sub(" ", lines).split("\n"))
    return nfc(_BLANK_LINES.sub("\n\n", spaced).strip("\n"))


def clean_line(text: str | None) -> str | None:
    """Return `text` on one clean line, None where nothing is left of it."""
    if not text:
        return None
    return " ".join(clean_text(text[:MAX_TEXT]).split()) or None


def without_tags(text: str | None) -> str | None:
    """Return a field that should be plain text on one clean line, without the tags it should not have.

    >>> without_tags("<b>The port</b> at 3 < 4")
    'The port at 3 < 4'
    """
    return clean_line(_TAG.sub("", text)) if text else None


def join_paragraphs(paragraphs: Iterable[str | None]) -> str:
    """Return the paragraphs, each on one line, parted by blank lines."""
    return clean_text("\n\n".join(filter(None, map(clean_line, paragraphs))))


def word_count(text: str) -> int:
    """Count words; in scripts without spaces two letters count as one."""
    unspaced = len(re.findall("[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff]", text))
    return len(text.split()) + unspaced // 2
