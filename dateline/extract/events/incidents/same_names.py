"""Which entities of a report are one, though its names of them differ: short names, and parts of a name.

In: the mentions of a text. Out: for each entity that is another's, the other. Reports of wires call
"Federico Estrada Velez" "Estrada", and print "FMLN [Farabundo Marti National Liberation Front]".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from dateline.model.annotations import Mention, MentionType

_OPENS, _CLOSES = re.compile(r"\s*[(\[]"), re.compile(r"[)\]]")


def same_entities(text: str, mentions: Sequence[Mention]) -> Mapping[str, str]:
    """Return the entity that is meant for each one that only a part of its name, or a short name, tells."""
    meant: dict[str, str] = {}
    for short, long in (*_called_for_short(text, mentions), *_parts_of_names(text, mentions)):
        if short != long and meant.get(long) != short:
            meant.setdefault(short, meant.get(long, long))
    return meant


def _called_for_short(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    """Yield the entity in brackets with the one in front of it: "Revolutionary Workers Front [RWF]"."""
    for name, other in pairwise(sorted(mentions, key=lambda mention: mention.start)):
        is_within = _OPENS.fullmatch(text, name.end, other.start) and _CLOSES.match(text, other.end)
        if is_within and name.type is other.type is MentionType.ORG and name.entity and other.entity:
            yield other.entity, name.entity


def _parts_of_names(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    """Yield each person whose name stands within that of just one other, with the other."""
    names: dict[str, tuple[str, ...]] = {}
    for mention in mentions:
        if mention.type is MentionType.PERSON and mention.entity:
            words = tuple(text[mention.start : mention.end].lower().split())
            names[mention.entity] = max(names.get(mention.entity, ()), words, key=len)
    for entity, words in names.items():
        longer = [other for other in names if other != entity and _holds(names[other], words)]
        fullest = max(longer, key=lambda other: len(names[other]), default=None)
        if fullest and all(_holds(names[fullest], names[other]) for other in longer):
            yield entity, fullest


def _holds(name: Sequence[str], part: Sequence[str]) -> bool:
    """Say whether some words stand in a row in a name, or are all of it."""
    return any(name[at : at + len(part)] == part for at in range(len(name) - len(part) + 1))
