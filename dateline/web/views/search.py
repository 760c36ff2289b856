"""Search: documents by their words, with what they can be narrowed by."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import Query

from dateline.errors import InputError
from dateline.model.ledger import Decision
from dateline.search import Found, Hit, KnownName, search_ledger
from dateline.search.hits import Piece
from dateline.store.narrowing import UNGRADED
from dateline.web.addresses import address
from dateline.web.room import Visit
from dateline.web.views.outlets import Badge, badge

SHOWN, COUNTED = 30, 60  # hits on a page; hits that the facets are counted over
MOST_VALUES = 10  # of one facet


NARROWING = {
    "outlet": "outlet",
    "lang": "lang",
    "begin": "from",
    "until": "until",
    "learned_begin": "learned-from",
    "learned_until": "learned-until",
    "grade": "grade",
    "digit": "digit",
    "event": "event",
    "place": "place",
    "entity": "entity",
    "origins": "origins",
    "disputed": "disputed",
}  # what the page narrows by, and the filter of the query that does
Narrow = Annotated[str, Query(max_length=100)]


@dataclass(frozen=True, slots=True)
class SearchAsked:
    """What is asked for: words as a person types them, and what the page narrows them by."""

    q: Annotated[str, Query(max_length=1000)] = ""
    outlet: Narrow = ""
    lang: Narrow = ""
    begin: Narrow = ""
    until: Narrow = ""
    learned_begin: Narrow = ""
    learned_until: Narrow = ""
    grade: Narrow = ""
    digit: Narrow = ""
    event: Narrow = ""
    place: Narrow = ""
    entity: Narrow = ""
    origins: Narrow = ""
    disputed: Narrow = ""

    @property
    def narrowed(self) -> dict[str, str]:
        """What the words are narrowed by, by the names of the page's fields."""
        return {field: value for field in NARROWING if (value := getattr(self, field))}

    @property
    def query(self) -> str:
        """The whole query in the words of `dateline search`."""
        filters = (f"{NARROWING[field]}:{_quoted(value)}" for field, value in self.narrowed.items())
        return " ".join([self.q.strip(), *filters]).strip()

    def address(self, **other: str | None) -> str:
        """Return the address of the page that asks for the same, but for what is given."""
        return address("/search", **{"q": self.q, **self.narrowed, **other})


def _quoted(value: str) -> str:
    plain = value.replace('"', "")
    return f'"{plain}"' if any(character.isspace() for character in plain) else plain


@dataclass(frozen=True, slots=True)
class Facet:
    """A value that the hits can be narrowed by, and how many of the counted hits have it.

    `words` is the table of the interface in which its name is looked up, empty where it is a name itself.
    """

    value: str
    name: str
    hits: int
    chosen: bool
    words: str = ""


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """The facets of one field of the page."""

    field: str
    facets: tuple[Facet, ...]


@dataclass(frozen=True, slots=True)
class HitView:
    """A document that was found, and its story."""

    document: str
    title: str
    lang: str
    outlet: Badge
    printed: str | None
    snippet: tuple[Piece, ...]
    story: str | None


@dataclass(frozen=True, slots=True)
class SearchView:
    """The hits. `problem` says what is wrong with the query; `counted` hits were looked at for the facets."""

    query: str
    hits: tuple[HitView, ...]
    counted: int
    groups: tuple[FacetGroup, ...]
    as_of: datetime | None
    names: tuple[KnownName, ...] = ()
    problem: str | None = None


def search_view(visit: Visit, asked: SearchAsked, *, limit: int = SHOWN) -> SearchView:
    """Return what a query finds; one that is wrong finds nothing and says why."""
    try:
        found = _find(visit, asked)
    except InputError as error:
        return SearchView(asked.query, (), 0, (), visit.as_of, problem=str(error))
    hits = found.hits[:limit]
    stories = visit.ledger.book.stories_of([hit.document for hit in hits], as_of=visit.as_of)
    index = visit.room.outlets
    return SearchView(
        query=asked.query,
        hits=tuple(_hit(hit, badge(hit.outlet, index), stories.get(hit.document)) for hit in hits),
        counted=len(found.hits),
        groups=tuple(_groups(visit, asked, found.hits)),
        as_of=visit.as_of,
        names=found.names,
    )


def _find(visit: Visit, asked: SearchAsked) -> Found:
    if not asked.query:
        return Found((), ())
    return search_ledger(visit.ledger, asked.query, limit=COUNTED, as_of=visit.as_of)


def _hit(hit: Hit, outlet: Badge, story: str | None) -> HitView:
    return HitView(hit.document, hit.title or hit.url, hit.lang, outlet, hit.printed, hit.snippet, story)


def _groups(visit: Visit, asked: SearchAsked, hits: Sequence[Hit]) -> Iterator[FacetGroup]:
    """Give what the hits can be narrowed by, field by field, fields without any left out."""
    index = visit.room.outlets
    told = visit.ledger.book.facets([hit.document for hit in hits], as_of=visit.as_of)
    grades = visit.ledger.book.grades(as_of=visit.as_of)
    letters = Counter(_letter(grades.get(hit.outlet or "")) for hit in hits)
    origins = Counter({str(least): _with_origins(told.origins, least) for least in (2, 3)})
    digits = Counter({str(digit): count for digit, count in told.digits.items()})
    of_outlets = Counter(hit.outlet for hit in hits if hit.outlet)
    names = {id: name for id, name, _ in told.entities}
    kinds: tuple[tuple[str, Counter[str], Callable[[str], str], str], ...] = (
        ("outlet", of_outlets, lambda id: badge(id, index).name, ""),
        ("lang", Counter(hit.lang for hit in hits), str, "language"),
        ("grade", letters, str, "grade"),
        ("digit", digits, str, "grade"),
        ("origins", origins, lambda least: f"{least}+", ""),
        ("disputed", Counter({"yes": told.disputed}), lambda value: f"disputed_{value}", "search"),
        ("event", Counter(told.events), str, "event_type"),
        ("place", Counter(told.places), str, ""),
        ("entity", Counter({id: count for id, _, count in told.entities}), lambda id: names.get(id, id), ""),
    )
    for field, counts, name_of, words in kinds:
        chosen = getattr(asked, field)
        facets = tuple(
            Facet(value, name_of(value), count, value == chosen, words)
            for value, count in counts.most_common(MOST_VALUES)
            if count
        )
        if facets:
            yield FacetGroup(field, facets)


def _letter(grade: Decision | None) -> str:
    return grade.value if grade is not None and grade.value else UNGRADED


def _with_origins(counts: Mapping[int, int], least: int) -> int:
    return sum(count for origins, count in counts.items() if origins >= least)
