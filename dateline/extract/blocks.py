"""Paragraphs, headings, captions and list items, told apart by their layout."""

import re
from functools import cache

from dateline.languages import language_table
from dateline.model.annotations import Block, BlockKind
from dateline.model.spans import Span
from dateline.text.paragraphs import BULLET, paragraph_spans

LONGEST_HEADING = 120  # code points
LONGEST_CAPTION = 420

_ENDS_SENTENCE = re.compile(r"[.!?…؟۔:;؛][\"”’»)\]]*$")
_ENDS_IN_CITATION = re.compile(r"\([^()]{3,120}\)[.]?$")


def find_blocks(text: str, lang: str) -> tuple[Block, ...]:
    """Return the blocks of a text in order. A list item starts after its bullet."""
    paragraphs = paragraph_spans(text)
    has_list = any(BULLET.match(text, span.start, span.end) for span in paragraphs)
    return tuple(_block(text, span, lang, has_list) for span in paragraphs)


def _block(text: str, span: Span, lang: str, has_list: bool) -> Block:
    bullet = BULLET.match(text, span.start, span.end)
    if bullet:
        return Block(bullet.end(), span.end, BlockKind.LIST_ITEM)
    if _is_caption(text, span, lang, has_list):
        return Block(span.start, span.end, BlockKind.CAPTION)
    is_heading = span.end - span.start <= LONGEST_HEADING and not _ENDS_SENTENCE.search(
        text, max(span.start, span.end - 8), span.end
    )
    return Block(span.start, span.end, BlockKind.HEADING if is_heading else BlockKind.PARAGRAPH)


def _is_caption(text: str, span: Span, lang: str, has_list: bool) -> bool:
    """Say whether a short block describes a picture: it names one first, or stands cited beside a list."""
    if span.end - span.start > LONGEST_CAPTION:
        return False
    first_words = re.findall(r"\w+", text[span.start : span.start + 40].lower())[:3]
    if not _picture_words(lang).isdisjoint(first_words):
        return True
    return has_list and _ENDS_IN_CITATION.search(text, span.start, span.end) is not None


@cache
def _picture_words(lang: str) -> frozenset[str]:
    return frozenset(language_table(lang.split("-", maxsplit=1)[0], "attribution").get("picture_words", ()))
