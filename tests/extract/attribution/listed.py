"""A reader that finds what a test tells it to, to see what the rules make of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.extract import extract_annotations
from dateline.inference.reading import RawAttribution, RawMention, RawReading
from dateline.model.annotations import Annotations, MentionType
from dateline.model.claims import Claim
from dateline.model.spans import Span
from dateline.model.syntax import SyntaxTree
from tests.extract.factory import document, outlets

Said = tuple[str, str | None, str]
"""Cue, source and content, as words of the text; an ellipsis parts a content in pieces."""


@dataclass(frozen=True)
class ListReader:
    """Stands in for the model: gives what it was told to find."""

    said: tuple[Said, ...] = ()
    names: tuple[tuple[str, MentionType], ...] = ()
    score: float = 0.9
    syntax: tuple[SyntaxTree, ...] = ()
    name: str = "reader:test"

    def read(self, text: str, sentences: Sequence[Span] = ()) -> RawReading:
        mentions = tuple(RawMention(_find(text, name), kind, self.score) for name, kind in self.names)
        attributions = tuple(
            RawAttribution(
                (_find(text, cue),),
                (_find(text, source),) if source else (),
                tuple(_find(text, part) for part in words.split(" … ")),
                self.score,
            )
            for cue, source, words in self.said
        )
        return RawReading(mentions, attributions, syntax=self.syntax)


def _find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def annotate_listed(text: str, reader: ListReader) -> Annotations:
    return extract_annotations(document(text), outlets=outlets(), reader=reader)


def attributed(annotations: Annotations) -> list[Claim]:
    return [claim for claim in annotations.claims if claim.cue]
