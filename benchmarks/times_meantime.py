"""MEANTIME's English news as measurements of times: words with their TIMEX3 spans and values, one a line."""

from collections.abc import Iterator
from pathlib import Path

HEAD = "*!-DCTVALUE"
CLOSING = (".", ",", ";", ":", "!", "?", ")", "%", "'s", "''")


def meantime_documents(corpora: Path) -> Iterator[tuple[str, str, str, list[tuple[int, int, str]]]]:
    """Yield name, text, day of printing and the spans and values of each English document."""
    blocks = (corpora / "3_time/meantime/en.tsv").read_text("utf-8").split(HEAD)[1:]
    for number, block in enumerate(blocks):
        head, _, body = block.partition("\n")
        text, spans = _text_of(body.split("\n"))
        yield str(number), text, head.split('"')[1], spans


def _text_of(lines: list[str]) -> tuple[str, list[tuple[int, int, str]]]:
    text, last = "", "O"
    spans: list[tuple[int, int, str]] = []
    for word, tag, value in ([*line.split("\t"), "", ""][:3] for line in lines):
        if not word:
            text, last = text.rstrip() + "\n", "O"
            continue
        text += "" if not text or text[-1] in '\n($"' or word in CLOSING else " "
        start = len(text)
        text += word
        if tag.startswith("B") or (tag.startswith("I") and last == "O"):
            spans.append((start, len(text), value))
        elif tag.startswith("I"):
            spans[-1] = (spans[-1][0], len(text), spans[-1][2])
        last = tag[:1]
    return text, spans
