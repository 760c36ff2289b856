"""Treebanks of Universal Dependencies: the words of a text, each with part of speech, head and relation.

Reference: https://universaldependencies.org/u/overview/syntax.html
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.corpora import MarkedWord, Passage


@dataclass(frozen=True)
class Block:
    """One sentence of a treebank: its text, its words with offsets into it, does it open a paragraph."""

    text: str
    words: tuple[MarkedWord, ...]
    opens: bool


def read_blocks(path: Path) -> Iterator[Block]:
    """Yield the sentences of one CoNLL-U file."""
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.split("\n")
        stated = next(line.removeprefix("# text = ") for line in lines if line.startswith("# text = "))
        rows = [line.split("\t") for line in lines]
        opens = any(line.startswith(("# newpar", "# newdoc")) for line in lines)
        yield Block(stated, tuple(_words(rows, stated)), opens)


def _words(rows: Iterable[Sequence[str]], stated: str) -> Iterator[MarkedWord]:
    """Yield the words of a sentence; parts of a contraction lie one after the other in it."""
    reached = 0
    for row in rows:
        if row[0].isdigit():
            found = stated.find(row[1], reached)
            start, end = (found, found + len(row[1])) if found >= 0 else (reached, reached)
            reached = end
            yield MarkedWord(start, end, row[2].lower(), row[3], int(row[6]), row[7], "Voice=Pass" in row[5])


def read_treebank(paths: Iterable[Path]) -> Iterator[Passage]:
    """Yield the texts of a treebank as they were printed, a line a paragraph."""
    for path in paths:
        text, sentences = "", []
        for block in read_blocks(path):
            text += ("\n" if block.opens else " ") if text else ""
            sentences.append(tuple(word.moved(len(text)) for word in block.words))
            text += block.text
        if unicodedata.is_normalized("NFC", text):
            yield Passage(path.stem, text, sentences=tuple(sentences))
