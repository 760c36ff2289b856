"""One document's telling of an event, with its annotations at hand."""

from collections.abc import Collection, Iterable

from dateline.assess.attributes import Said
from dateline.model.annotations import Annotations, MentionType, PlacePrecision
from dateline.model.claims import Claim, LinkKind
from dateline.model.documents import Document
from dateline.model.spans import Span
from dateline.text.naming.called import Called

TOWNS = frozenset({PlacePrecision.CITY, PlacePrecision.ADMIN})
PARTIES = frozenset({MentionType.PERSON, MentionType.ORG, MentionType.GPE, MentionType.NORP})


class Told:
    """One document's telling with its annotations at hand."""

    def __init__(
        self,
        document: Document,
        made: Annotations,
        mentions: Collection[str],
        original: str | None,
        called: Called,
    ) -> None:
        self.document = document
        self.original = original
        self.made = made
        self.events = [event for event in made.events if event.id in mentions]
        self._mentions = {mention.id: mention for mention in made.mentions}
        self._entities = {entity.id: entity.name for entity in made.entities}
        self._called = called

    def names(self, ids: Iterable[str]) -> list[str]:
        """Return the people, bodies and states among some mentions by the names that all know them by."""
        found = []
        for id in ids:
            mention = self._mentions.get(id)
            if mention is not None and mention.type in PARTIES:
                printed = self.document.text[mention.start : mention.end]
                found.append(
                    self._called(self.document.id, self._entities.get(mention.entity or "", printed))
                )
        return list(dict.fromkeys(found))

    def without_scene(self, ids: Iterable[str]) -> list[str]:
        """Return mentions but towns of the country where it happened, which say where and not who."""
        at = {place.mention: place for place in self.made.places}
        scene = {at[id].country for event in self.events for id in event.places if id in at}
        towns = {
            id
            for id, place in at.items()
            if place.precision in TOWNS and (not scene or place.country in scene)
        }
        return [id for id in ids if id not in towns]

    def claim_at(self, span: Span) -> Claim | None:
        """Return the shortest claim in whose content a span stands."""
        telling = [
            claim for claim in self.made.claims if any(content.covers(span) for content in claim.content)
        ]
        return min(telling, key=lambda claim: (_length(claim), claim.id), default=None)

    def said(self, key: tuple[object, ...], value: str, span: Span) -> Said:
        """Return a value that stands at a span as what this document says."""
        claim = self.claim_at(span)
        return Said(self.document, key, value, claim.id if claim else None, self.original)

    def speaker_of(self, claim: Claim) -> str | None:
        """Return who said a claim by the name that all know them by, `None` where the text names nobody."""
        link = claim.chain[0]
        if link.name is None or link.anonymous or link.kind is not LinkKind.SPEAKER:
            return None
        return self._called(self.document.id, self._entities.get(link.entity or "", link.name))


def _length(claim: Claim) -> int:
    return sum(span.end - span.start for span in claim.content)
