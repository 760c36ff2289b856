"""Documents for the tests of extract."""

from datetime import UTC, datetime
from functools import cache

from dateline.extract import extract_annotations
from dateline.inference.reading import HAPPENING_KINDS, HAPPENING_LEVELS, RawHappening
from dateline.model.annotations import Annotations, EventType
from dateline.model.claims import Certainty, Claim
from dateline.model.documents import Document
from dateline.model.spans import Span
from dateline.model.syntax import ParsedWord, PartOfSpeech, Relation, SyntaxTree
from dateline.model.times import StatedTime
from dateline.outlets import OutletIndex, load_outlets
from dateline.text.scripts import language_of


@cache
def outlets() -> OutletIndex:
    return OutletIndex(load_outlets())


def document(text: str, *, published: str | None = "2020-03-20", publisher: str = "The Gazette") -> Document:
    stated = StatedTime(published, published) if published else None
    captured = datetime(2020, 3, 21, tzinfo=UTC)
    return Document(
        "d-1",
        "e-1",
        "https://gazette.example/1",
        publisher,
        None,
        None,
        None,
        stated,
        captured,
        language_of(text),
        text,
        (),
        "test/1",
    )


def annotate(text: str, **settings: str | None) -> Annotations:
    return extract_annotations(document(text, **settings), outlets=outlets())  # type: ignore[arg-type]


def content(claim: Claim, text: str) -> str:
    return " … ".join(span.of(text) for span in claim.content)


def chain(claim: Claim) -> list[tuple[str, str | None, str | None]]:
    """The links without the publisher, as kind, name and date."""
    return [(str(link.kind), link.name, link.date) for link in claim.chain[:-1]]


def tree(rows: str) -> tuple[str, SyntaxTree]:
    """Return a text and its tree, given as one word a line: word, head from one on, relation, tag."""
    text, words = "", []
    for place, row in enumerate(rows.split("\n")):
        word, head, relation, tag, *passive = row.split()
        text += " " * bool(text)
        span = Span(len(text), len(text) + len(word))
        above = int(head) - 1 if int(head) else place
        words.append(ParsedWord(span, PartOfSpeech(tag), above, Relation(relation), 0.9, bool(passive)))
        text += word
    return text, SyntaxTree(Span(0, len(text)), tuple(words))


def happening(span: Span, kind: EventType | None) -> RawHappening:
    """Return a word as the reader finds it: surely of one kind, or of none, and held to have happened."""
    kinds = tuple(0.96 if each is kind else 0.01 for each in HAPPENING_KINDS)
    levels = tuple(float(each is Certainty.CERTAIN) for each in HAPPENING_LEVELS)
    return RawHappening(span, 0.9, kinds, levels, 0.02)
