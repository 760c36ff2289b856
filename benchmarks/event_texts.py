"""Texts of corpora read as the product reads them, packaged reader included, for the benchmarks of events."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache

from dateline.extract import ReadText, read_text
from dateline.extract.events.parsing.reading import read_tokens
from dateline.extract.events.parsing.words import event_words
from dateline.extract.events.sentence_events import tellings_in
from dateline.extract.events.telling import event_of
from dateline.inference.reader import OnnxReader, load_reader
from dateline.model.annotations import Annotations, EventMention
from dateline.model.documents import Document
from dateline.model.times import StatedTime
from dateline.outlets import OutletIndex, load_outlets

NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@cache
def _reader() -> OnnxReader:
    return load_reader()


@cache
def _outlets() -> OutletIndex:
    return OutletIndex(load_outlets())


def annotate(
    text: str, lang: str = "en", *, published: StatedTime | None = None, reader: bool = True
) -> Annotations:
    """Return what is read in a text; times are read from the day of `published` where it is known."""
    return read_whole(text, lang, published=published, reader=reader).annotations


def read_whole(
    text: str, lang: str = "en", *, published: StatedTime | None = None, reader: bool = True
) -> ReadText:
    """Return the same with what it was read from."""
    document = Document(
        "d", "e", "file:case", None, None, None, None, published, NEVER, lang, text, (), "r"
    )  # fmt: skip
    return read_text(document, outlets=_outlets(), reader=_reader() if reader else None)


def annotate_document(document: Document) -> Annotations:
    """Return what the product reads in a document."""
    return read_text(document, outlets=_outlets(), reader=_reader()).annotations


def every_event(read: ReadText, lang: str = "en") -> Iterator[EventMention]:
    """Yield every event that is read in a text, sound enough to be kept or not; none is a retelling."""
    words, found = event_words(lang), read.annotations
    if words is None:
        return
    reading = read_tokens(
        read.text, words, found.mentions, found.times, found.quantities, found.claims,
        happenings=read.happenings, trees=read.trees,
    )  # fmt: skip
    for told in tellings_in(reading, found.sentences):
        yield event_of(reading, told, "v0")


def joined_words(words: list[str]) -> tuple[str, list[int]]:
    """Return words joined by spaces, and the offset of each."""
    starts, at = [], 0
    for word in words:
        starts.append(at)
        at += len(word) + 1
    return " ".join(words), starts
