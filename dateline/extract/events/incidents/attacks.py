"""Which of those who take part in the attacks of a report take part in which attack.

In: the parts of all attacks of a report, and what each of its sentences tells. Out: those of each attack, and
of which kinds it is. Weights say how likely two take part in the same (`incident_pairs`).
"""

from collections.abc import Iterator, Sequence

from dateline.extract.events.incidents.pairs import Pairs, is_suffering
from dateline.extract.events.incidents.parts import Found
from dateline.model.annotations import PartRole

SHARED = 0.7  # how likely a part must be of a second kind of incident to belong to both
# How likely two must have suffered together, on average, to be of one attack, where the later one surely
# suffers and where it may; and how likely others must take part in an attack beside the likeliest. Chosen on
# reports of MUC-4's `dev` read by weights of the others, on `tst1`, and on paragraphs of invented news.
TOGETHER, TOGETHER_IF_DOUBTFUL, ENOUGH_BESIDE = 0.6, 0.5, 0.75
SURE = 0.5
RECENT_ATTACKS = 8  # those begun last to which one more who suffers may belong


def attacks_of(parts: Sequence[Found], pairs: Pairs) -> list[list[Found]]:
    """Return the parts of each attack of a report: those who suffered together, and who is told with them.

    Organisations are of all attacks: reports tell of several by one group.
    """
    parts = apart(parts)
    groups: list[list[Found]] = []
    for found in sorted(_suffering(parts), key=lambda each: min(each.sentences)):
        recent = groups[-RECENT_ATTACKS:]
        likely = [pairs.together(found, group) for group in recent]
        best = max(range(len(recent)), key=likely.__getitem__, default=None)
        enough = TOGETHER if found.part.confidence >= SURE else TOGETHER_IF_DOUBTFUL
        if best is not None and likely[best] >= enough:
            recent[best].append(found)
        else:
            groups.append([found])
    attacks = [list(group) for group in groups] or [[]]
    for found in parts:
        if not is_suffering(found):
            for number in _taken_part_in(found, groups, pairs):
                attacks[number].append(found)
    return attacks


def apart(parts: Sequence[Found]) -> list[Found]:
    """Return the parts without the less likely of two with the same words, but for places."""
    taken: list[Found] = []
    for found in sorted(parts, key=lambda each: -each.part.confidence):
        if found.part.role is PartRole.PLACE or not any(_overlap(found, other) for other in taken):
            taken.append(found)
    return [found for found in parts if found in taken]


def _suffering(parts: Sequence[Found]) -> list[Found]:
    return [found for found in parts if is_suffering(found)]


def _overlap(found: Found, other: Found) -> bool:
    """Say whether the first phrases of two parts, neither a place, share words."""
    if other.part.role is PartRole.PLACE:
        return False
    mine, others = found.part.spans[0], other.part.spans[0]
    return mine.start < others.end and others.start < mine.end


def _taken_part_in(found: Found, groups: Sequence[Sequence[Found]], pairs: Pairs) -> list[int]:
    """Return the numbers of the attacks that one took part in who does not suffer; the first without any."""
    if not groups or found.part.role is PartRole.ORGANISATION:
        return list(range(len(groups))) or [0]
    likely = [pairs.beside(found, group) for group in groups]
    enough = min(ENOUGH_BESIDE, max(likely))
    return [number for number, each in enumerate(likely) if each >= enough]


def kinds_of(attack: Sequence[Found], modes: Sequence[str]) -> Iterator[tuple[str, list[Found]]]:
    """Yield the kinds of incident that an attack is, with its parts: the likeliest with all of them.

    Others are those that a part of it is surely of, with such parts: who was abducted and then killed.
    """
    deciding = _suffering(attack) or list(attack)
    best = max(modes, key=lambda mode: sum(_weight(found, mode) for found in deciding))
    for mode in modes:
        surely = [found for found in _suffering(attack) if found.likely[f"of {mode}"] >= SHARED]
        if mode == best:
            yield mode, list(attack)
        elif surely:
            yield mode, [found for found in attack if not is_suffering(found) or found in surely]


def _weight(found: Found, mode: str) -> float:
    return found.likely[f"of {mode}"] * found.part.confidence
