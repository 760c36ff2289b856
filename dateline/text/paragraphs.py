"""Paragraphs of a plain text: blank lines, bullets and headings part them, wrapped lines do not."""

import re
from collections.abc import Iterator
from itertools import pairwise

from dateline.model.spans import Span

WIDEST_WRAP = 100  # code points: text files are wrapped at 60 to 100, a longer line is a paragraph of its own
NARROWEST_WRAP = 40

BULLET = re.compile(r"[ \t]*(?:[•●▪◦‣⁃■□◆►▶·*–—-]|\(?\d{1,3}[.)]|\(?[a-z]\))[ \t]+(?=\S)")
_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_FIRST_WORD = re.compile(r"\S+")
_ENDS_SENTENCE = re.compile(r"[.!?…؟۔:;؛][\"”’»)\]]*$")


def paragraph_spans(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of `text` in order, without the white space around them."""
    spans: list[Span] = []
    for group in _line_groups(text):
        spans.extend(_paragraphs_of(text, group))
    return tuple(spans)


def _line_groups(text: str) -> Iterator[list[Span]]:
    """Yield the lines between blank lines."""
    group: list[Span] = []
    for line in _LINE.finditer(text):
        if not line[0].strip():
            continue
        if group and text.count("\n", group[-1].end, line.start()) > 1:
            yield group
            group = []
        group.append(_stripped(text, Span(line.start(), line.end())))
    if group:
        yield group


def _stripped(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _paragraphs_of(text: str, lines: list[Span]) -> Iterator[Span]:
    width = max(line.end - line.start for line in lines)
    current = lines[0]
    for above, line in pairwise(lines):
        if _goes_on(text, above, line, width):
            current = Span(current.start, line.end)
        else:
            yield current
            current = line
    yield current


def _goes_on(text: str, above: Span, line: Span, width: int) -> bool:
    """Say whether `line` continues the sentence or the wrapped paragraph of the line above it."""
    if BULLET.match(text, line.start, line.end):
        return False
    first = text[line.start]
    ended = _ENDS_SENTENCE.search(text, max(above.start, above.end - 8), above.end) is not None
    if not ended and (first.islower() or first in "("):
        return True
    word = _FIRST_WORD.match(text, line.start, line.end)
    word_length = word.end() - word.start() if word else 0
    wrapped = NARROWEST_WRAP <= width <= WIDEST_WRAP
    return wrapped and above.end - above.start + 1 + word_length > width
