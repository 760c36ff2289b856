"""Search: documents by their words, with what they can be narrowed by."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from dateline.errors import InputError
from dateline.search import Found, Hit, KnownName, search_ledger
from dateline.search.hits import Piece
from dateline.web.room import Visit
from dateline.web.views.outlets import Badge, badge

SHOWN, COUNTED = 30, 60  # hits on a page; hits that the facets are counted over


@dataclass(frozen=True, slots=True)
class SearchAsked:
    """What is asked for: words as a person types them, and what the page narrows them by."""

    words: str = ""
    outlet: str | None = None
    lang: str | None = None
    begin: str | None = None
    until: str | None = None

    @property
    def query(self) -> str:
        """The whole query in the words of `dateline search`."""
        filters = {"outlet": self.outlet, "lang": self.lang, "from": self.begin, "until": self.until}
        return " ".join(
            [self.words.strip(), *(f"{name}:{value}" for name, value in filters.items() if value)]
        ).strip()


@dataclass(frozen=True, slots=True)
class Facet:
    """A value that the hits can be narrowed by, and how many of the counted hits have it."""

    value: str
    name: str
    hits: int
    chosen: bool


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
    outlets: tuple[Facet, ...]
    languages: tuple[Facet, ...]
    as_of: datetime | None
    names: tuple[KnownName, ...] = ()
    problem: str | None = None


def search_view(visit: Visit, asked: SearchAsked, *, limit: int = SHOWN) -> SearchView:
    """Return what a query finds; one that is wrong finds nothing and says why."""
    try:
        found = _find(visit, asked)
    except InputError as error:
        return SearchView(asked.query, (), 0, (), (), visit.as_of, problem=str(error))
    counted = found.hits
    hits = counted[:limit]
    stories = visit.ledger.book.stories_of([hit.document for hit in hits], as_of=visit.as_of)
    index = visit.room.outlets

    def name_of(id: str) -> str:
        return badge(id, index).name

    return SearchView(
        query=asked.query,
        hits=tuple(_hit(hit, badge(hit.outlet, index), stories.get(hit.document)) for hit in hits),
        counted=len(counted),
        outlets=_facets(
            (hit.outlet or "" for hit in counted), asked.outlet, lambda id: badge(id, index).name
        ),
        languages=_facets((hit.lang for hit in counted), asked.lang, lambda code: code),
        as_of=visit.as_of,
        names=found.names,
    )


def _find(visit: Visit, asked: SearchAsked) -> Found:
    if not asked.query:
        return Found((), ())
    return search_ledger(visit.ledger, asked.query, limit=COUNTED, as_of=visit.as_of)


def _hit(hit: Hit, outlet: Badge, story: str | None) -> HitView:
    return HitView(hit.document, hit.title or hit.url, hit.lang, outlet, hit.printed, hit.snippet, story)


def _facets(values: Iterable[str], chosen: str | None, name_of: Callable[[str], str]) -> tuple[Facet, ...]:
    counts = Counter(value for value in values if value)
    return tuple(
        Facet(value, name_of(value), hits, value == chosen) for value, hits in counts.most_common(12)
    )
