"""Documents into stories: those that tell of one happening within days of one another."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from datetime import datetime, timedelta

from dateline.link.clusters import average_link
from dateline.link.copies import find_copies
from dateline.link.features import alike_pairs, facts_of, weigh, words_of
from dateline.link.times import printed_at, reading_order
from dateline.model.annotations import Annotations
from dateline.model.documents import Document
from dateline.model.identity import content_id
from dateline.model.ledger import Copy, Story

FRESH = timedelta(days=4)  # reports so close in time are compared by their words alone
HALF_LIFE = timedelta(days=7)  # beyond that, every week halves how alike they count
HORIZON = timedelta(days=30)  # reports further apart are joined by those between them or not at all
MIN_ALIKE = 0.1  # cosine of words; best on one half of the 5W1H clusters (benchmarks/clustering.py)
MIN_SAME_FACTS = 0.35  # cosine of places, days and numbers, for groups in different languages
MIN_SHARED_FACTS = 3  # two common facts, such as a capital and a day, are chance,
MIN_FACT_KINDS = 2  # and so are any number of days alone: all news of a week name them


def link_stories(documents: Sequence[Document], annotations: Mapping[str, Annotations]) -> tuple[Story, ...]:
    """Return the stories that `documents` tell, each document in one; their order does not matter."""
    ordered = sorted(documents, key=reading_order)
    copies = find_copies(ordered)
    groups = _across_languages(ordered, annotations, _within_languages(ordered, annotations, copies))
    by_document = {copy.document: copy for copy in copies}
    return tuple(_story([ordered[index] for index in group], by_document) for group in groups)


def _within_languages(
    ordered: Sequence[Document], annotations: Mapping[str, Annotations], copies: Sequence[Copy]
) -> list[list[int]]:
    vectors = weigh([words_of(document, annotations.get(document.id)) for document in ordered])
    moments = [printed_at(document) for document in ordered]
    alike = {
        (one, other): cosine * _fading(moments[other] - moments[one])
        for one, other, cosine in alike_pairs(vectors, _first_compared(moments))
    }
    places = {document.id: index for index, document in enumerate(ordered)}
    for copy in copies:
        one, other = sorted((places[copy.document], places[copy.original]))
        alike[one, other] = 1.0
    return average_link(len(ordered), alike, MIN_ALIKE)


def _first_compared(moments: Sequence[datetime]) -> list[int]:
    """Return for each moment the index of the first that is within the horizon before it."""
    return [bisect_left(moments, moment - HORIZON) for moment in moments]


def _fading(gap: timedelta) -> float:
    """Return what a likeness counts across a gap in time: 1 for fresh reports, then ever less."""
    return 1.0 if gap <= FRESH else 0.5 ** ((gap - FRESH) / HALF_LIFE)


def _across_languages(
    ordered: Sequence[Document], annotations: Mapping[str, Annotations], groups: list[list[int]]
) -> list[list[int]]:
    """Join groups of different languages that have places, days and numbers in common."""
    counted = [_facts(ordered, annotations, group) for group in groups]
    vectors = weigh(counted)
    moments = [printed_at(ordered[group[0]]) for group in groups]
    alike = {
        (one, other): cosine * _fading(moments[other] - moments[one])
        for one, other, cosine in alike_pairs(vectors, _first_compared(moments))
        if _is_more_than_chance(vectors[one].keys() & vectors[other].keys())
        and not _languages(ordered, groups[one]) & _languages(ordered, groups[other])
    }
    joined = average_link(len(groups), alike, MIN_SAME_FACTS)
    return [sorted(index for place in places for index in groups[place]) for places in joined]


def _is_more_than_chance(shared: Set[str]) -> bool:
    kinds = {fact.partition(" ")[0] for fact in shared}
    return len(shared) >= MIN_SHARED_FACTS and len(kinds) >= MIN_FACT_KINDS


def _facts(
    ordered: Sequence[Document], annotations: Mapping[str, Annotations], group: Sequence[int]
) -> Counter[str]:
    facts: Counter[str] = Counter()
    for index in group:
        facts.update(facts_of(annotations.get(ordered[index].id)))
    return facts


def _languages(ordered: Sequence[Document], group: Sequence[int]) -> set[str]:
    return {ordered[index].lang.partition("-")[0] for index in group}


def _story(documents: Sequence[Document], copies: Mapping[str, Copy]) -> Story:
    ids = tuple(document.id for document in documents)
    inside = (copies[id] for id in ids if id in copies and copies[id].original in ids)
    return Story(content_id("s", ids[0]), ids, tuple(inside))
