"""How the tellings of an event stand to one another: figures, days, places, who did it, whether at all."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.assess.agreement import relate as relate_counts
from dateline.assess.attributes import Said, to_attribute
from dateline.assess.corrections import is_retracted
from dateline.assess.counts import Count, counts_among
from dateline.assess.told import Told
from dateline.assess.wordings import find_wordings
from dateline.model.annotations import (
    Annotations,
    EventCertainty,
    EventMention,
    EventStage,
    EventType,
)
from dateline.model.claims import Polarity
from dateline.model.documents import Document
from dateline.model.events import Account, Attribute, Event, Relation
from dateline.text.fold import fold, folded_words
from dateline.text.naming.called import Called, as_printed
from dateline.text.naming.parties import party_keys

HARMFUL = frozenset({EventType.ASSAULT, EventType.COERCE})
NAME_LETTERS, MIN_NAME = 5, 3  # of a word of a name by which it is compared; shorter words are articles
Counted = tuple[Told, Count]
HAPPENED, DENIED, TAKEN_BACK = "happened", "denied", "retracted"


def account_for(
    event: Event,
    documents: Mapping[str, Document],
    annotations: Mapping[str, Annotations],
    *,
    originals: Mapping[str, str] | None = None,
    called: Called = as_printed,
) -> Account:
    """Return what the tellings of an event say, attribute by attribute.

    What a copy says as its original does, by `originals`, is not its own. `documents` hold every version of
    an article that tells of the event.
    """
    told = [
        Told(
            documents[telling.document],
            annotations[telling.document],
            telling.mentions,
            (originals or {}).get(telling.document),
            called,
        )
        for telling in event.tellings
    ]
    found = (
        _happened(told),
        *_figures(told),
        _dates(told),
        _places(told),
        _actors(told),
        _targets(told),
        *find_wordings(told),
    )
    return Account(event.id, tuple(attribute for attribute in found if attribute is not None))


def _happened(told: Sequence[Told]) -> Attribute | None:
    said = [said for one in told for said in _whether(one)]

    def relate(earlier: Said, later: Said) -> Relation:
        if earlier.key == later.key:
            return Relation.SAME
        return Relation.RETRACTION if TAKEN_BACK in (*earlier.key, *later.key) else Relation.DENIAL

    if all(each.key == (HAPPENED,) for each in said):
        return None
    return to_attribute("happened", None, said, relate)


def _whether(told: Told) -> Iterator[Said]:
    """Give whether a document says that it happened; a text with a denial and a report gives both."""
    if is_retracted(told.document) and told.events:
        yield told.said((TAKEN_BACK,), TAKEN_BACK, told.events[0].trigger)
        return
    given = set()
    for event in told.events:
        value = DENIED if _is_denied(told, event) else HAPPENED
        if value not in given:
            given.add(value)
            yield told.said((value,), value, event.trigger)


def _is_denied(told: Told, event: EventMention) -> bool:
    claim = told.claim_at(event.trigger)
    said_no = claim is not None and claim.polarity is Polarity.DENIED
    return said_no or event.stage is EventStage.DENIED


def _figures(told: Sequence[Told]) -> Iterator[Attribute]:
    counts = [
        (one, count)
        for one in told
        for count in counts_among(
            one.document, one.made, {number for event in one.events for number in event.quantities}
        )
    ]
    counts = list(_in_one_tongue(counts))
    for kind, of in sorted({(count.kind, count.of or "") for _, count in counts}):
        alike = [(one, count) for one, count in counts if (count.kind, count.of or "") == (kind, of)]
        yield _figure(kind, of or None, alike)


def _in_one_tongue(counts: Sequence[Counted]) -> Iterator[Counted]:
    """Call who is counted as the first telling does, where each language tells of one sort and they agree."""
    sorts: dict[tuple[str, str], set[str | None]] = {}
    for one, count in counts:
        sorts.setdefault((count.kind, one.document.lang), set()).add(count.of)
    first: dict[str, Counted] = {}
    for one, count in counts:
        lang, known = one.document.lang, first.setdefault(count.kind, (one, count))
        told = len(sorts[count.kind, lang]) == len(sorts[count.kind, known[0].document.lang]) == 1
        agree = count.low <= known[1].high and known[1].low <= count.high
        is_foreign = lang != known[0].document.lang and None not in (count.of, known[1].of)
        yield one, replace(count, of=known[1].of) if is_foreign and told and agree else count


def _figure(kind: str, of: str | None, alike: Sequence[Counted]) -> Attribute:
    every = [count for _, count in alike]
    by_document = {count.document.id: count for count in every}
    said = [
        one.said((count.low, count.high, count.is_denied), printed_figure(count), count.span)
        for one, count in alike
    ]

    def relate(earlier: Said, later: Said) -> Relation:
        return relate_counts(by_document[earlier.document.id], by_document[later.document.id], every)

    return to_attribute(kind, of, said, relate)


def printed_figure(count: Count) -> str:
    """Return "3", "at least 4", "at most 9", "15 to 20", or "not 3" where it is denied."""
    low, high = f"{count.low:g}", f"{count.high:g}"
    if count.low == count.high:
        value = low
    elif count.high == float("inf"):
        value = f"at least {low}"
    else:
        value = f"{low} to {high}" if count.low else f"at most {high}"
    return f"not {value}" if count.is_denied else value


def _dates(told: Sequence[Told]) -> Attribute | None:
    said = []
    for one in told:
        dated = [event for event in one.events if event.begin]
        for event in dated[:1]:
            begin, until = event.begin or "", event.until or event.begin or ""
            value = begin if begin == until else f"{begin}/{until}"
            said.append(one.said((begin, until), value, event.trigger))
    return _several("date", said, _relate_dates)


def _relate_dates(earlier: Said, later: Said) -> Relation:
    (begin, until), (other_begin, other_until) = (map(str, each.key) for each in (earlier, later))
    if earlier.key == later.key:
        return Relation.SAME
    return Relation.MORE_SPECIFIC if begin <= other_until and other_begin <= until else Relation.DATE


def _places(told: Sequence[Told]) -> Attribute | None:
    said = []
    for one in told:
        at = {place.mention: place for place in one.made.places}
        found = [at[id] for event in one.events for id in event.places if id in at]
        for place in found[:1]:
            said.append(one.said((place.geonameid or fold(place.name),), place.name, one.events[0].trigger))
    # Tellings whose places are apart are other events: what stands here is one place, more or less exactly.
    return _several("place", said, _more_specific)


def _actors(told: Sequence[Told]) -> Attribute | None:
    """Return to whom harm is laid: all that a document names, be it in several sentences.

    Whom it names on both sides, as it does of a clash, it lays nothing to; nor does the town that was struck.
    """
    said = []
    for one in told:
        laid = [event for event in one.events if _is_laid(event)]
        lang = one.document.lang
        struck = _known_by(one.names(id for event in one.events for id in event.targets), lang)
        named = one.names(one.without_scene(id for event in laid for id in (*event.blamed, *event.actors)))
        names = [name for name in named if not struck & _known_by([name], lang)]
        if names:
            said.append(one.said(_party_key(names), ", ".join(names), laid[0].trigger))
    return _several("actor", said, _relate_parties)


def _is_laid(event: EventMention) -> bool:
    return event.type in HARMFUL and event.certainty is not EventCertainty.DENIED


def _targets(told: Sequence[Told]) -> Attribute | None:
    """Return whom or what it struck: all that a document names, be it in several sentences."""
    said = [
        one.said(_party_key(names), ", ".join(names), aimed[0].trigger)
        for one in told
        if (aimed := [event for event in one.events if event.targets])
        and (names := one.names(id for event in aimed for id in event.targets))
    ]
    return _several("target", said, _more_specific)


def _party_key(names: Sequence[str]) -> tuple[object, ...]:
    return tuple(sorted({fold(name) for name in names}))


def _relate_parties(earlier: Said, later: Said) -> Relation:
    if earlier.key == later.key:
        return Relation.SAME if earlier.value == later.value else Relation.SPELLING
    if _known_by(earlier.key, earlier.document.lang) & _known_by(later.key, later.document.lang):
        return Relation.MORE_SPECIFIC
    return Relation.UPDATE if earlier.outlet == later.outlet else Relation.BLAME


def _known_by(names: Iterable[object], lang: str) -> set[str]:
    """Return what names are known by: the parties they are, and how their words begin.

    "US" and "U.S." are one party, "Syrian" and "Syrian army" share a word.
    """
    named = [str(name) for name in names]
    words = (word for name in named for word in folded_words(name))
    parties = {key for name in named for key in party_keys(name, lang)}
    return parties | {word[:NAME_LETTERS] for word in words if len(word) >= MIN_NAME}


def _more_specific(earlier: Said, later: Said) -> Relation:
    return Relation.SAME if earlier.key == later.key else Relation.MORE_SPECIFIC


def _several(name: str, said: Sequence[Said], relate: Callable[[Said, Said], Relation]) -> Attribute | None:
    return to_attribute(name, None, said, relate) if said else None
