"""From a document to its annotations: the order in which a text is read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.extract.attribution.calendar_index import CalendarIndex
from dateline.extract.attribution.chains import Reading
from dateline.extract.attribution.claims import read_claims
from dateline.extract.attribution.grammar import Attribution, read_attributions
from dateline.extract.attribution.passages import Passage, passages_of
from dateline.extract.attribution.reading import reader_attributions
from dateline.extract.attribution.speakers import Speakers
from dateline.extract.attribution.wording import Wording, wording_of
from dateline.extract.blocks import find_blocks
from dateline.extract.events import find_events, link_claims, name_counts
from dateline.extract.names import (
    NamedSpan,
    Watcher,
    find_names,
    gather_entities,
    name_words_of,
    reader_names,
    weighed_names,
)
from dateline.extract.places import (
    PlaceContext,
    add_place_names,
    find_toponyms,
    place_mentions,
    places_inside,
)
from dateline.extract.places.toponyms import Toponym
from dateline.extract.quantities import find_quantities
from dateline.extract.times import find_times
from dateline.inference.reading import RawHappening, RawPart, RawReading, Reader
from dateline.model.annotations import Annotations, Mention, MentionType, PlaceReference
from dateline.model.claims import Link, LinkKind
from dateline.model.documents import Document
from dateline.model.spans import Span
from dateline.model.syntax import SyntaxTree
from dateline.outlets import OutletIndex
from dateline.text.casing import with_small_letters
from dateline.text.sentences import split_sentences

EXTRACTOR = "cue-grammar/3"
READER_LANGUAGES = frozenset({"en"})


@dataclass(frozen=True, slots=True)
class ReadText:
    """The annotations of a document and what they were made of, for what is read of it as a whole.

    `text` has small letters where they are due; `trees` are the syntax of its sentences, as far as a reader
    has read them, `happenings` the words that it takes for happenings, and `parts` those that it takes for
    parts in attacks.
    """

    annotations: Annotations
    text: str
    trees: tuple[SyntaxTree, ...]
    happenings: tuple[RawHappening, ...] | None = None
    parts: tuple[RawPart, ...] = ()


def extract_annotations(
    document: Document,
    *,
    outlets: OutletIndex,
    watch: Watcher | None = None,
    countries: tuple[str, ...] = (),
    reader: Reader | None = None,
) -> Annotations:
    """Return what is read in one document: see `read_text`."""
    return read_text(document, outlets=outlets, watch=watch, countries=countries, reader=reader).annotations


def read_text(
    document: Document,
    *,
    outlets: OutletIndex,
    watch: Watcher | None = None,
    countries: tuple[str, ...] = (),
    reader: Reader | None = None,
) -> ReadText:
    """Read one document: sentences, names, values, attributed claims and events.

    `watch` finds the names that the desk wants found in any case, `countries` those of its beat (ISO 3166-1
    alpha-2): of places with one name, the one there is preferred. A trained reader reads names and
    attributions in its own languages; the grammar reads the others, and the citations in all. A text in
    capitals is read with small letters where they are due; spans hold in both.
    """
    lang = document.lang
    text = with_small_letters(document.text, lang)
    sentences = split_sentences(text, lang)
    blocks = find_blocks(text, lang)
    passages = passages_of(text, sentences, blocks)
    wording, words = wording_of(lang), name_words_of(lang)
    known = find_names(text, lang, sentences, watch=watch)
    used = reader if reader and lang.split("-")[0] in READER_LANGUAGES else None
    raw = used.read(text, sentences) if used else None
    trees = raw.syntax if raw else ()
    toponyms = find_toponyms(text, lang)
    names = _names(text, lang, sentences, known, raw, toponyms)
    made_by = (EXTRACTOR, used.name) if used else (EXTRACTOR,)
    mentions, entities = gather_entities(text, lang, names, weighed=raw is not None, trees=trees)
    times = find_times(text, lang, anchor=document.published, sentences=sentences)
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
        made_by=" ".join(made_by),
        found=_attributions(raw, passages, wording),
        trees=trees,
    )
    inside = dict(places_inside(mentions, toponyms))
    context = _place_context(document, outlets, countries)
    places = _placed(text, lang, mentions, inside, context)
    quantities = find_quantities(text, lang, times)
    claims = read_claims(reading)
    events = find_events(
        text,
        lang,
        sentences=sentences,
        mentions=mentions,
        times=times,
        quantities=quantities,
        claims=claims,
        places=places,
        happenings=raw.happenings if raw else None,  # unsure ones too
        trees=trees,
    )
    annotations = Annotations(
        document=document.id,
        sentences=sentences,
        blocks=blocks,
        mentions=(*mentions, *(_as_part(mention) for mention in inside)),
        entities=entities,
        times=times,
        places=places,
        quantities=name_counts(quantities, events),
        claims=link_claims(claims, events),
        events=events,
        made_by=made_by,
        lost=raw.lost if raw else (),
    )
    return ReadText(annotations, text, trees, raw.happenings if raw else None, raw.parts if raw else ())


def _names(
    text: str,
    lang: str,
    sentences: tuple[Span, ...],
    known: tuple[NamedSpan, ...],
    raw: RawReading | None,
    toponyms: Sequence[Toponym],
) -> tuple[NamedSpan, ...]:
    """Return the names of a text: of the reader or else those `known` to the grammar, and of places."""
    names = known if raw is None else reader_names(text, lang, raw.mentions, known)
    names = add_place_names(text, lang, names, toponyms)
    if raw is None or raw.words is None:
        return names
    places = [Span(toponym.start, toponym.end) for toponym in toponyms]
    return weighed_names(text, names, raw.words, known=known, toponyms=places, sentences=sentences)


def _attributions(
    raw: RawReading | None, passages: tuple[Passage, ...], wording: Wording
) -> tuple[tuple[Attribution, ...], ...]:
    """Return the attributions of each passage, by the grammar alone where no reader has read."""
    if raw is None:
        return tuple(read_attributions(passage, wording) for passage in passages)
    return reader_attributions(raw, passages, wording)


def _placed(
    text: str, lang: str, mentions: tuple[Mention, ...], inside: dict[Mention, str], context: PlaceContext
) -> tuple[PlaceReference, ...]:
    """Return where mentions and the places inside them lie; `inside` gives the mention that holds each."""
    holders = {mention.id: holder for mention, holder in inside.items()}
    places = place_mentions(text, lang, (*mentions, *inside), context=context)
    return tuple(replace(place, part_of=holders.get(place.mention)) for place in places)


def _as_part(mention: Mention) -> Mention:
    """Return a place inside another name as what it is there: a part of a name, and none of its own."""
    return replace(mention, type=MentionType.MISC)


def _place_context(document: Document, outlets: OutletIndex, countries: tuple[str, ...]) -> PlaceContext:
    outlet = outlets.get(document.outlet) if document.outlet else None
    own = (outlet.country,) if outlet and outlet.country else ()
    region = outlet.region if outlet else None
    return PlaceContext(tuple(dict.fromkeys((*own, *countries))), region)


def extractor_name(reader: Reader | None) -> str:
    """Return the name under which annotations are kept: another reader makes others beside them."""
    return f"{EXTRACTOR} {reader.name}" if reader else EXTRACTOR


def publisher_of(document: Document, outlets: OutletIndex) -> Link:
    """Return the last link of every chain of a document: its outlet, by the name the registry has for it."""
    known = outlets.get(document.outlet) if document.outlet else None
    published = document.published.day if document.published else None
    return Link(LinkKind.PUBLISHER, known.name if known else document.outlet, date=published)
