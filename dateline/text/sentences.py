"""Sentences: full stops of all scripts, with abbreviations, initials, quotations and citations minded.

Every decision looks at a bounded window, so the time is linear in the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.languages import language_table
from dateline.model.spans import Span
from dateline.text.paragraphs import BULLET, paragraph_spans

LONGEST_CITATION = 160  # code points of a parenthesis after the full stop that still belongs to the sentence
LONGEST_WORD = 40

_CLOSERS = "\"”’'»›)\\]"
_STOP = re.compile(  # begins with the mark itself, so that whatever is none is passed over at once
    rf"[.!?…؟۔。！？](?<![.!?…؟۔].)(?:(?<=[.!?…؟۔])[.!?…؟۔]*+[{_CLOSERS}]*+(?:\[\d{{1,3}}\])?(?=\s|$)"
    rf"|(?<=[!?؟۔])[!?؟۔]*+(?=[^\W\d_])|(?<=[\u0590-\u06ff]{{2}}\.)(?=[\u0590-\u06ff]{{2}})"
    rf"|(?<=[。！？])[。！？]*+[」』”]*+)"
)
_SPACE = re.compile(r"\s*+")
_WORD_BEFORE = re.compile(r"(?:.*[\s(\[“\"«‘](?!$))?+([^\s(\[“\"«‘]+)$", re.DOTALL)
_NEXT_WORD = re.compile(r"[^\W\d_]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]$")
_ARTICLE_NAME = re.compile(r"(?:al|el|as|ash|an|ar|at|az|ad|bin|ibn|de|van|von)[-‑ ][A-Z’‘']")
_OPENERS = "“\"«‘'([„‹¿¡"
_CITATION = re.compile(rf"\((?:[^()\n]|\n(?!\n)){{2,{LONGEST_CITATION}}}\)[.]?")
_ENUMERATION = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})$")


@dataclass(frozen=True, slots=True)
class _Words:
    before_name: frozenset[str]
    before_number: frozenset[str]
    maybe_last: frozenset[str]
    openers: frozenset[str]


@cache
def _words_of(lang: str) -> _Words:
    table = language_table(lang.split("-", maxsplit=1)[0], "sentences") or language_table("en", "sentences")
    return _Words(
        *(frozenset(table.get(key, ())) for key in ("before_name", "before_number", "maybe_last", "openers"))
    )


def split_sentences(text: str, lang: str) -> tuple[Span, ...]:
    """Return the sentences of `text` in order, without the white space and the bullets between them.

    A heading, a caption and a list item end a sentence without a full stop. A closing quotation mark
    and a citation in parentheses that follow the full stop belong to the sentence.
    """
    words = _words_of(lang)
    return tuple(span for block in paragraph_spans(text) for span in _sentences_in(text, block, words))


def _sentences_in(text: str, block: Span, words: _Words) -> Iterator[Span]:
    bullet = BULLET.match(text, block.start, block.end)
    start = bullet.end() if bullet else block.start
    for stop in _STOP.finditer(text, start, block.end):
        if stop.end() <= start:
            continue
        end = _sentence_end(text, stop, Span(start, block.end), words)
        if end is not None:
            yield Span(start, end)
            start = _after_space(text, end, block.end)
    if start < block.end:
        yield Span(start, block.end)


def _after_space(text: str, position: int, limit: int) -> int:
    space = _SPACE.match(text, position, limit)
    return space.end() if space else position


def _sentence_end(text: str, stop: re.Match[str], rest: Span, words: _Words) -> int | None:
    """Return where the sentence that may end at `stop` ends, None where it goes on."""
    after = _after_space(text, stop.end(), rest.end)
    if after >= rest.end:
        return stop.end()
    if text[after] == "(" and (citation := _CITATION.match(text, after, rest.end)):
        inside = citation[0].rstrip(".")[1:-1]
        if inside[-1] not in ".!?":
            beyond = _after_space(text, citation.end(), rest.end)
            goes_on = beyond < rest.end and text[beyond].islower()
            return None if goes_on else citation.end()
    if _next_is_lower(text, after, rest.end):
        return None
    if "." not in stop[0] or stop[0].startswith(("..", "!", "?")):
        return stop.end()
    return None if _is_abbreviation(text, stop, after, rest, words) else stop.end()


def _next_is_lower(text: str, after: int, limit: int) -> bool:
    position = after
    while position < min(limit, after + 3) and text[position] in _OPENERS:
        position += 1
    if position >= limit or not text[position].islower():
        return position < limit and text[position] in ",;:–—"
    return _ARTICLE_NAME.match(text, position, limit) is None


def _is_abbreviation(text: str, stop: re.Match[str], after: int, rest: Span, words: _Words) -> bool:
    before = _WORD_BEFORE.match(text[max(rest.start, stop.start() - LONGEST_WORD) : stop.start()])
    if before is None:
        return False
    word = before[1].lstrip("‘'")
    bare = word.rsplit("-", 1)[-1]
    opens = stop.start() - rest.start <= len(word)
    if word in words.before_name or bare in words.before_name or (opens and _ENUMERATION.match(word)):
        return True
    if word in words.before_number:
        return text[after].isdigit()
    if stop[0] != ".":  # a closing quotation mark or parenthesis follows
        return False
    if word not in words.maybe_last and not (word[:1].isupper() and _INITIALS.match(word)):
        return False
    following = _NEXT_WORD.match(text, after, min(rest.end, after + LONGEST_WORD))
    return following is not None and following[0] not in words.openers
