"""Which of those who take part in the attacks of a report take part in which attack."""

from collections.abc import Iterator, Sequence

from dateline.extract.events.incident_parts import Found
from dateline.model.annotations import PartRole

SHARED = 0.7  # how likely a part must be of a second kind of incident to belong to both
SUFFERING = (PartRole.VICTIM, PartRole.TARGET)  # who and what is another's in another attack
ACTING = (PartRole.INDIVIDUAL, PartRole.WEAPON)  # who and what is named beside those who suffer by it
# Sentences from those who suffer in one attack to the next of their kind (persons, things), and to those of
# the other kind or told before, who are another's; and how likely one must be to make an attack of its own.
# Chosen on MUC-4's `tst1`, and on a quarter of `dev` read by weights of the rest.
APART, APART_IF_OTHER = 1, 3
ENOUGH_ALONE = 0.5


def parts_of(parts: Sequence[Found], mode: str, modes: Sequence[str]) -> Iterator[Found]:
    """Yield the parts of one kind of incident: those likeliest of it, and those that are of several.

    Words that have a part have no second one, but for places.
    """
    taken: list[Found] = []
    for found in sorted(parts, key=lambda each: -each.part.confidence):
        best = max(modes, key=lambda each: found.likely[f"of {each}"])
        if mode != best and found.likely[f"of {mode}"] < SHARED:
            continue
        if found.part.role is PartRole.PLACE or not any(_overlap(found, other) for other in taken):
            taken.append(found)
    yield from (found for found in parts if found in taken)


def _overlap(found: Found, other: Found) -> bool:
    """Say whether the first phrases of two parts, neither a place, share words."""
    if other.part.role is PartRole.PLACE:
        return False
    mine, others = found.part.spans[0], other.part.spans[0]
    return mine.start < others.end and others.start < mine.end


def attacks_of(parts: Sequence[Found]) -> list[list[Found]]:
    """Return the parts of each attack of one kind: those who suffer apart in the text are of several.

    Who did it, and with what, is of the attack told nearest to it. Organisations and places are shared
    by all: reports tell of several attacks by one group.
    """
    groups: list[list[Found]] = []
    suffering = [found for found in parts if found.part.role in SUFFERING]
    for found in sorted(suffering, key=lambda each: min(each.sentences)):
        if groups and (found.part.confidence < ENOUGH_ALONE or _is_near(found, groups[-1])):
            groups[-1].append(found)
        else:
            groups.append([found])
    attacks = [list(group) for group in groups] or [[]]
    for found in parts:
        if found.part.role not in SUFFERING:
            for number in _nearest(found, groups) if found.part.role in ACTING else range(len(attacks)):
                attacks[number].append(found)
    return attacks


def _is_near(found: Found, group: Sequence[Found]) -> bool:
    """Say whether a part is told near enough behind those of an attack to be of the same."""
    gap = min(found.sentences) - max(max(each.sentences) for each in group)
    is_alike = not found.is_told_before and any(each.part.role is found.part.role for each in group)
    return gap < (APART if is_alike else APART_IF_OTHER)


def _nearest(found: Found, groups: Sequence[Sequence[Found]]) -> list[int]:
    """Return the numbers of the groups that are told nearest to a part; the first where there are none."""
    gaps = [
        min(abs(mine - told) for mine in found.sentences for each in group for told in each.sentences)
        for group in groups
    ]
    return [number for number, gap in enumerate(gaps) if gap == min(gaps)] or [0]
