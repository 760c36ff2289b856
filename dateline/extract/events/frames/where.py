"""Where an event was: behind prepositions of place, what it strikes, or farther on in its clause."""

from collections.abc import Mapping, Sequence

from dateline.extract.events.parsing.clause import of_chain, roles_of
from dateline.extract.events.parsing.parties import PLACE_TYPES, Draft, Parties
from dateline.extract.events.parsing.words import SPOKEN
from dateline.model.annotations import EventType

PLACED_BY_TARGET = frozenset({EventType.ASSAULT, EventType.MOBILIZE, EventType.PROTEST, EventType.OTHER})


def fill_places(
    parties: Parties,
    draft: Draft,
    roles: Mapping[str, list[int]],
    openings: Mapping[str, list[int]],
    objects: Sequence[int],
) -> None:
    """Fill in where: behind prepositions of place, and the places that are attacked or visited."""
    if draft.sense.type in SPOKEN:
        return
    chunks = [*roles.get("in", ()), *roles.get("to", ())]
    if draft.sense.type in PLACED_BY_TARGET or draft.sense.frame in ("go", "move"):
        chunks += [*roles.get("on", ()), *roles.get("of", ()), *roles.get("from", ()), *objects]
    if not draft.is_noun or not chunks:
        chunks += openings.get("in", ())
    for at in chunks:
        _add_places(parties, draft, at)
    if not draft.places:
        for at in _farther(parties, draft.chunk):
            _add_places(parties, draft, at)


def _add_places(parties: Parties, draft: Draft, at: int) -> None:
    """Add the places that a noun phrase and what "of" hangs on it name."""
    for further in (at, *of_chain(parties.scene, at, parties.words)):
        chunk = parties.scene.chunks[further]
        for index in parties.scene.mentions_in(chunk.first, chunk.last):
            if parties.mentions[index].type in PLACE_TYPES and index not in draft.places:
                draft.places.append(index)


def _farther(parties: Parties, at: int) -> Sequence[int]:
    """Return the first place that a clause names farther on: "a raid killed two in Kunduz"."""
    if parties.words.order != "svo":
        return ()
    kinds = parties.scene.kinds
    end = next((behind for behind in range(at + 1, len(kinds)) if kinds[behind] in ".KS"), len(kinds))
    for behind in range(at + 1, end - 1):
        chunk = parties.scene.chunks[behind + 1]
        if kinds.startswith("Pn", behind) and "in" in roles_of(
            parties.scene, parties.scene.chunks[behind], parties.words
        ):
            named = parties.scene.mentions_in(chunk.first, chunk.last)
            chained = of_chain(parties.scene, behind + 1, parties.words)
            if chained or any(parties.mentions[index].type in PLACE_TYPES for index in named):
                return (behind + 1,)
    return ()
