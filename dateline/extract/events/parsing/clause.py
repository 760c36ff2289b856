"""What follows a verb or noun in its clause: the object, and what prepositions add."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.extract.events.parsing.chunks import Chunk, Scene
from dateline.extract.events.parsing.lists import coordinated_right
from dateline.extract.events.parsing.passives import SHARED_OBJECT, is_passive, is_told_of
from dateline.extract.events.parsing.syntax import (
    carriers_of,
    chunk_of,
    noun_in,
    tree_complements,
    tree_object,
    verb_in,
)
from dateline.extract.events.parsing.words import ROLES, EventWords

FURTHEST_COMPLEMENT = 24  # chunks after a trigger that may still belong to it

_PASSED = re.compile(r"PB|[BA]|[RH](?=A)|[,C](?=B*P)|\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Complement:
    """A noun phrase behind a preposition: the preposition's roles and the chunk."""

    roles: frozenset[str]
    chunk: int


def object_of(scene: Scene, at: int) -> tuple[int, ...]:
    """Return the chunks of the object that follows a verb directly."""
    verb = verb_in(scene, at)
    if scene.chunks[at].holds_object and scene.kinds.startswith("Cn", at + 1):
        return ()  # "fired tear gas and rubber bullets"
    if verb and (sure := tree_object(scene, verb)) is not None:
        return tuple(sorted({*sure, *coordinated_right(scene, sure[0])}))
    if is_told_of(scene, at) and scene.kinds[at + 1 : at + 2] != "n":
        return (at - 2,)
    start = at + 1
    shared = None if scene.chunks[at].holds_object else SHARED_OBJECT.match(scene.kinds, start)
    if shared:
        start = shared.end()
    while start < len(scene.kinds) and scene.kinds[start] == "B":
        start += 1
    return coordinated_right(scene, start) if scene.kinds[start : start + 1] == "n" else ()


def _pair_right(scene: Scene, at: int, words: EventWords) -> tuple[int, ...]:
    """Return those between whom something is: two, though a verb follows ("talks between X and Y failed")."""
    found, end = coordinated_right(scene, at), (at, *of_chain(scene, at, words))[-1] + 1
    return (at, end + 1) if len(found) == 1 and scene.kinds.startswith("Cn", end) else found


def complements(scene: Scene, at: int, words: EventWords) -> Iterator[Complement]:
    """Yield the prepositional phrases that follow chunk `at`, over light verbs and parentheses."""
    kinds, end, start = scene.kinds, min(len(scene.kinds), at + FURTHEST_COMPLEMENT), at
    while at < end:
        passed = _PASSED.match(kinds, at)
        if passed:
            at = passed.end()
        elif kinds.startswith("Pn", at):
            roles = roles_of(scene, scene.chunks[at], words)
            roles = roles if at == start else roles - {"of"}  # a later "of" belongs to the phrase before it
            found = (
                _pair_right(scene, at + 1, words) if "between" in roles else coordinated_right(scene, at + 1)
            )
            yield from (Complement(roles, chunk) for chunk in found)
            at = found[-1] + 1
        elif _light_follows(scene, at):
            at += 1
        else:
            return


def verb_complements(scene: Scene, at: int, after: int, words: EventWords) -> Iterator[Complement]:
    """Yield what prepositions add to the verb of chunk `at`: behind chunk `after`, else by the tree."""
    verb = verb_in(scene, at)
    by_tree = _told(tree_complements(scene, verb), words) if verb else iter(())
    yield from _completed(list(complements(scene, after, words)), by_tree)


def noun_complements(scene: Scene, at: int, token: int, words: EventWords) -> Iterator[Complement]:
    """Yield what prepositions add to the noun at a token of chunk `at`, over light verbs that carry it."""
    by_tree: Iterator[Complement] = iter(())
    if noun := noun_in(scene, token):
        verbs = ((place, scene.chunks[chunk_of(scene, noun, place)]) for place in carriers_of(scene, noun))
        light = [place for place, chunk in verbs if is_light(chunk)]
        by_tree = _told(tree_complements(scene, noun, light), words)
    yield from _completed(list(complements(scene, at + 1, words)), by_tree)


def _completed(near: Sequence[Complement], by_tree: Iterator[Complement]) -> Iterator[Complement]:
    """Yield what stands right behind a word, and of what the tree adds, roles that are still open."""
    yield from near
    known = frozenset[str]().union(*(each.roles for each in near))
    yield from (each for each in by_tree if not each.roles & known)


def _told(found: Iterator[tuple[str, int]], words: EventWords) -> Iterator[Complement]:
    for phrase, chunk in found:
        yield Complement(_roles(phrase, words), chunk)


def _light_follows(scene: Scene, at: int) -> bool:
    """Say whether a light verb goes on about the noun before: "an attack, carried out on"."""
    if scene.kinds.startswith(",V", at):
        return is_light(scene.chunks[at + 1])
    if scene.kinds[at] != "V" or not is_light(scene.chunks[at]):
        return False
    return happens(scene.chunks[at]) or is_passive(scene, at, transitive=True)


def is_light(chunk: Chunk) -> bool:
    """Say whether a verb only carries a noun: "carried out (an attack)"."""
    return any(reading.light for reading in chunk.readings)


def happens(chunk: Chunk) -> bool:
    """Say whether a verb only says that its subject, an event, took place: "(clashes) erupted"."""
    return any(reading.light == "happen" for reading in chunk.readings)


def roles_of(scene: Scene, chunk: Chunk, words: EventWords) -> frozenset[str]:
    """Return the roles that a preposition may give what follows it."""
    return _roles(" ".join(scene.words(chunk)), words)


def _roles(phrase: str, words: EventWords) -> frozenset[str]:
    return frozenset(role for role in ROLES if phrase in words.roles[role])


def clause_start(scene: Scene, at: int) -> int:
    """Return the chunk at which the clause of chunk `at` begins."""
    first = at
    while first > 0 and scene.kinds[first - 1] not in ".VSKR":
        first -= 1
    return first


def opening_complements(scene: Scene, at: int, words: EventWords) -> Iterator[Complement]:
    """Yield the prepositional phrases of the same clause that stand before chunk `at`."""
    for chunk in range(clause_start(scene, at), at - 1):
        hung = words.order == "svo" and scene.kinds[chunk - 1 : chunk] in ("n", "V")
        if scene.kinds.startswith("Pn", chunk) and not hung:
            yield Complement(roles_of(scene, scene.chunks[chunk], words), chunk + 1)


def of_chain(scene: Scene, at: int, words: EventWords) -> Sequence[int]:
    """Return the noun phrases that "of" hangs on one: "the spokesman of the ministry of health"."""
    found = []
    while scene.kinds[at + 1 : at + 3] == "Pn" and "of" in roles_of(scene, scene.chunks[at + 1], words):
        at += 2
        found.append(at)
    return found


def by_role(found: Iterator[Complement]) -> dict[str, list[int]]:
    """Return the chunks of complements by the roles that their prepositions give."""
    roles: dict[str, list[int]] = {}
    for complement in found:
        for role in complement.roles:
            roles.setdefault(role, []).append(complement.chunk)
    return roles
