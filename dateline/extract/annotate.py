"""From a document to its annotations: the order in which a text is read."""

from typing import Protocol

from dateline.extract.blocks import find_blocks
from dateline.extract.calendar_index import CalendarIndex
from dateline.extract.claims import Reading, read_claims
from dateline.extract.entities import gather_entities
from dateline.extract.names import find_names
from dateline.extract.namewords import name_words_of
from dateline.extract.passages import passages_of
from dateline.extract.speakers import Speakers
from dateline.extract.times import find_times
from dateline.extract.wording import wording_of
from dateline.model.annotations import Annotations
from dateline.model.claims import Link, LinkKind
from dateline.model.documents import Document
from dateline.outlets import OutletIndex
from dateline.text.sentences import split_sentences

EXTRACTOR = "cue-grammar/1"


class Reader(Protocol):
    """A trained reader that may stand beside the grammar."""

    name: str


def extract_annotations(
    document: Document, *, outlets: OutletIndex, watch: tuple[str, ...] = (), reader: Reader | None = None
) -> Annotations:
    """Read one document: sentences, names, values and attributed claims.

    `watch` holds names that the desk wants found in any case.
    """
    text, lang = document.text, document.lang
    sentences = split_sentences(text, lang)
    blocks = find_blocks(text, lang)
    passages = passages_of(text, sentences, blocks)
    names = find_names(text, lang, sentences, watch=watch)
    mentions, entities = gather_entities(text, lang, names)
    times = find_times(text, lang, anchor=document.published, sentences=sentences)
    wording, words = wording_of(lang), name_words_of(lang)
    reading = Reading(
        document=document.id,
        text=text,
        blocks=blocks,
        passages=passages,
        calendar=CalendarIndex.of(times),
        outlets=outlets,
        wording=wording,
        speakers=Speakers(text, mentions, entities, outlets, wording, words),
        publisher=publisher_of(document, outlets),
        made_by=EXTRACTOR,
    )
    return Annotations(
        document.id,
        sentences,
        blocks,
        mentions,
        entities,
        times,
        claims=read_claims(reading),
        made_by=(EXTRACTOR,),
    )


def publisher_of(document: Document, outlets: OutletIndex) -> Link:
    """Return the last link of every chain of a document: its outlet, by the name the registry has for it."""
    known = outlets.get(document.outlet) if document.outlet else None
    published = document.published.day if document.published else None
    return Link(LinkKind.PUBLISHER, known.name if known else document.outlet, date=published)
