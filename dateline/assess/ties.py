"""What ties a document to where its account comes from: copy, credit, citation, owner, unnamed source."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum

from dateline.model.annotations import Annotations
from dateline.model.claims import Claim, Link, LinkKind
from dateline.model.documents import Document
from dateline.model.ledger import Story
from dateline.outlets import OutletIndex
from dateline.text.fold import fold

# Set by hand, not measured: who takes more than half of what is said from others is a review of the press.
MAX_CITED_SHARE = 0.5


class Role(StrEnum):
    """What a document adds to its story."""

    OWN = "own"
    REPRINT = "reprint"
    CITING = "citing"


@dataclass(frozen=True, slots=True)
class Tie:
    """Where an account comes from. Documents that share a key are of one origin.

    `origin` names who gave the account, `None` for a copy, which its original knows. `unnamed` is how all its
    sources are called where none has a name.
    """

    document: str
    role: Role
    origin: str | None
    keys: tuple[str, ...]
    unnamed: str | None = None


def tie_documents(
    story: Story,
    by_id: Mapping[str, Document],
    annotations: Mapping[str, Annotations],
    outlets: OutletIndex,
) -> dict[str, Tie]:
    """Return the tie of each document of a story."""
    originals = {copy.document: copy.original for copy in story.copies}
    printing = {f"outlet {by_id[id].outlet}" for id in story.documents}
    return {
        id: _credit(by_id[id], originals.get(id), outlets)
        or _citation(by_id[id], _told(annotations.get(id)), printing, outlets)
        or _own(by_id[id], _told(annotations.get(id)), outlets)
        for id in story.documents
    }


def _credit(document: Document, original: str | None, outlets: OutletIndex) -> Tie | None:
    """Return the tie of what others wrote: who prints it says nothing then, nor who owns that outlet."""
    own = outlet_name(document, outlets)
    if document.source is not None and (credited := _name(document.source, outlets)) != own:
        return Tie(document.id, Role.REPRINT, credited, (_key(document.source, outlets),))
    if original is not None:
        return Tie(document.id, Role.REPRINT, None, (f"document {original}",))
    return None


def _citation(
    document: Document, claims: Sequence[Claim], printing: Set[str], outlets: OutletIndex
) -> Tie | None:
    """Return the tie of what mostly passes on others: to the one it cites most, if it can be in the story."""
    own = outlet_name(document, outlets)
    through = Counter(
        link.name
        for claim in claims
        for link in claim.chain[:-1]
        if link.kind is LinkKind.OUTLET and link.name and _name(link.name, outlets) != own
    )
    if through.total() <= MAX_CITED_SHARE * len(claims):
        return None
    cited = min(through, key=lambda name: (_key(name, outlets) not in printing, -through[name], name))
    return Tie(document.id, Role.CITING, _name(cited, outlets), (_key(cited, outlets),))


def _own(document: Document, claims: Sequence[Claim], outlets: OutletIndex) -> Tie:
    unnamed = _unnamed(claims)
    keys = [*_outlet_keys(document, outlets), *([f"unnamed {fold(unnamed)}"] if unnamed else [])]
    return Tie(document.id, Role.OWN, outlet_name(document, outlets), tuple(keys), unnamed)


def _told(made: Annotations | None) -> list[Claim]:
    """Return the claims that the document does not only make itself."""
    return [claim for claim in made.claims if len(claim.chain) > 1] if made else []


def outlet_name(document: Document, outlets: OutletIndex) -> str:
    """Return the name of the outlet that printed a document, else its address."""
    if document.outlet is None:
        return document.url
    outlet = outlets.get(document.outlet)
    return outlet.name if outlet else document.outlet


def _name(source: str, outlets: OutletIndex) -> str:
    outlet = outlets.get(source) or outlets.find(source)
    return outlet.name if outlet else source


def _key(source: str, outlets: OutletIndex) -> str:
    outlet = outlets.get(source) or outlets.find(source)
    return f"outlet {outlet.id}" if outlet else f"source {fold(source)}"


def _outlet_keys(document: Document, outlets: OutletIndex) -> Iterator[str]:
    if document.outlet is not None:
        yield f"outlet {document.outlet}"
        outlet = outlets.get(document.outlet)
        if outlet and outlet.owner:
            yield f"owner {fold(outlet.owner)}"


def _unnamed(claims: Sequence[Claim]) -> str | None:
    """Return how the sources are called, where all that is said comes from one without a name."""
    speakers = [link for claim in claims for link in claim.chain if link.kind is LinkKind.SPEAKER]
    called = {fold(link.name): link.name for link in speakers if link.name and link.anonymous}
    if len(called) != 1 or not all(map(_is_unnamed, speakers)):
        return None
    return next(iter(called.values()))


def _is_unnamed(link: Link) -> bool:
    return link.anonymous and bool(link.name)
