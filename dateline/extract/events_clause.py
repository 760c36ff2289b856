"""Who stands where in a clause: the subject of a verb, its object, and what prepositions add."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.extract.events_chunks import Chunk, Scene, verb_group
from dateline.extract.events_forms import Form
from dateline.extract.events_words import ROLES, SPOKEN, EventWords

FURTHEST_COMPLEMENT = 24  # chunks after a trigger that may still belong to it
LONGEST_APPOSITION = 14  # chunks between two commas
DEEPEST_SHARING = 3  # verbs in a row that share one subject

_LIST_END = re.compile(r"(?:,n)*,?Cn")
_PASSED = re.compile(r"PB|[BA]|[RH](?=A)|[,C](?=B*P)|\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Complement:
    """A noun phrase behind a preposition: the preposition's roles and the chunk."""

    roles: frozenset[str]
    chunk: int


def is_passive(scene: Scene, at: int, *, transitive: bool) -> bool:
    """Say whether a verb is passive: with be, or a bare participle behind its noun and without an object."""
    chunk = scene.chunks[at]
    if not chunk.form & Form.PARTICIPLE:
        return False
    group = scene.kinds[verb_group(scene, at) : at]
    if "A" in group:
        return True
    if group.strip("B") or not transitive:
        return False
    if _speaks(chunk) and scene.tokens.words[chunk.last : chunk.last + 1] == ["to"]:
        return False  # "promised to": any verb may follow
    following = next_kind(scene, at)
    before = scene.kinds[at - len(group) - 1 : at - len(group)]
    return before in ("n", ",", ")") and following not in ("n", "U", "I", "R", "")


def _speaks(chunk: Chunk) -> bool:
    return any(reading.sense and reading.sense.type in SPOKEN for reading in chunk.readings)


def next_kind(scene: Scene, at: int) -> str:
    """Return the kind of the next chunk that is no adverb."""
    rest = scene.kinds[at + 1 :].lstrip("B")
    return rest[:1]


def subject_of(scene: Scene, at: int, words: EventWords, depth: int = 0) -> tuple[int, ...]:
    """Return the chunks that are the subject of the verb at chunk `at`; coordinated ones are several."""
    first = verb_group(scene, at)
    left = first - 1
    if left < 0 or depth > DEEPEST_SHARING:
        return ()
    before = scene.kinds[left]
    if before == "R":
        return _antecedent(scene, left)
    participle = scene.kinds[first] == "V" and bool(scene.chunks[at].form & Form.ING)
    if participle and before == "P" and (objects := _object_before(scene, left)):
        return objects
    if before in "CV" or scene.kinds[first] == "I" or (participle and before in ",PS"):
        return _shared(scene, left, words, depth)
    if participle and before == "n":
        return (left,)
    return _leftward(scene, left)


def _shared(scene: Scene, left: int, words: EventWords, depth: int) -> tuple[int, ...]:
    """Return the subject of the verb before, which a coordinated or infinitive verb shares."""
    for at in range(left, -1, -1):
        if scene.kinds[at] in ".":
            return ()
        if scene.kinds[at] == "V":
            return subject_of(scene, at, words, depth + 1)
    return ()


def _object_before(scene: Scene, left: int) -> tuple[int, ...]:
    """Return the object of the verb before a preposition: "accused the group of killing"."""
    if left >= 2 and scene.kinds[left - 2 : left] == "Vn" and scene.words(scene.chunks[left])[0] != "by":
        return (left - 1,)
    return ()


def _antecedent(scene: Scene, relative: int) -> tuple[int, ...]:
    at = relative - 1
    while at >= 0 and scene.kinds[at] in ",P)":
        at = _opening(scene, at) - 1 if scene.kinds[at] == ")" else at - 1
    return _coordinated_left(scene, at) if at >= 0 and scene.kinds[at] == "n" else ()


def _opening(scene: Scene, at: int) -> int:
    opened = scene.kinds.rfind("(", 0, at)
    return opened if opened >= 0 else at


def _leftward(scene: Scene, left: int) -> tuple[int, ...]:
    """Walk left from a verb to its subject, over prepositional phrases, appositions and parentheses."""
    if scene.kinds[left] == ",":
        opened = scene.kinds.rfind(",", 0, left)
        if opened > 0 and left - opened <= LONGEST_APPOSITION:
            outer = _leftward(scene, opened - 1) if scene.kinds[opened - 1] != "," else ()
            inner = opened + 1
            if outer and scene.kinds[inner] == "n":
                return (*outer, inner)
            if outer:
                return outer
        left -= 1
    return _nearest_free(scene, left)


def _nearest_free(scene: Scene, left: int) -> tuple[int, ...]:
    found: tuple[int, ...] = ()
    at = left
    while at >= 0:
        kind = scene.kinds[at]
        if kind == "n":
            listed = _coordinated_left(scene, at)
            at = listed[0] - 1
            if at >= 0 and scene.kinds[at] == "P":
                at -= 1
                continue
            if _modifies(scene, at):
                at -= 1
                continue
            found = listed
        elif kind == ")":
            at = _opening(scene, at) - 1
        elif not found and (kind in "BCP," or (kind == "V" and is_passive(scene, at, transitive=True))):
            relative = _relative_before(scene, at) if kind == "V" else None
            if relative is not None:
                return _antecedent(scene, relative)
            at -= 1
        elif not found and kind == "V" and (relative := _relative_before(scene, at)) is not None:
            return _antecedent(scene, relative)
        else:
            break
    return found


def _modifies(scene: Scene, at: int) -> bool:
    """Say whether a participle takes its object from a verb: "protesters demanding reform (marched)"."""
    if at < 1 or scene.kinds[at] != "V" or scene.kinds[at - 1] != "n":
        return False
    form = scene.chunks[at].form
    return bool(form & Form.ING) and not form & Form.BASE


def _relative_before(scene: Scene, at: int) -> int | None:
    """Return the relative pronoun whose clause the verb at chunk `at` belongs to."""
    first = verb_group(scene, at) - 1
    while first > 0 and scene.kinds[first] in "nPB":
        first -= 1
    relative = first >= 0 and scene.kinds[first] == "R" and scene.kinds[first - 1 : first] in ("n", ",", ")")
    return first if relative else None


def _coordinated_left(scene: Scene, at: int) -> tuple[int, ...]:
    """Return a noun phrase with those coordinated before it: "two Americans and one Briton"."""
    found = [at]
    while found[0] >= 2 and scene.kinds[found[0] - 2 : found[0]] == "nC":
        before = found[0] - 2
        if before and scene.kinds[before - 1] == "V":
            break
        found.insert(0, before)
    if len(found) > 1:
        while found[0] >= 2 and scene.kinds[max(0, found[0] - 3) : found[0]] in ("n,", ",n,", "Cn,", ".n,"):
            found.insert(0, found[0] - 2)
    return tuple(found)


def object_of(scene: Scene, at: int) -> tuple[int, ...]:
    """Return the chunks of the object that follows a verb directly."""
    start = at + 1
    while start < len(scene.kinds) and scene.kinds[start] == "B":
        start += 1
    return coordinated_right(scene, start) if scene.kinds[start : start + 1] == "n" else ()


def coordinated_right(scene: Scene, at: int) -> tuple[int, ...]:
    """Return a noun phrase with those listed behind it, unless the last is the subject of a new clause."""
    found, kinds = [at], scene.kinds
    while step := _list_step(kinds, found[-1] + 1, started=len(found) > 1):
        found.append(found[-1] + step)
    return tuple(found)


def _list_step(kinds: str, end: int, *, started: bool) -> int:
    """Return how many chunks on the next member of a list stands, 0 where the list ends."""
    if kinds.startswith("Cn", end) and not _opens_clause(kinds, end + 2):
        return 2
    if kinds.startswith(",Cn", end) and started and not _opens_clause(kinds, end + 3):
        return 3
    listed = kinds.startswith((",n,", ",nC"), end) and _is_list(kinds, end + 2)
    return 2 if listed else 0


def _opens_clause(kinds: str, at: int) -> bool:
    return kinds[at : at + 1] in ("V", "A", "H", "Y", "W", "G") or kinds[at : at + 2] in ("BV", "BA")


def _is_list(kinds: str, at: int) -> bool:
    """Say whether a list of noun phrases goes on to an "and", and is not the subject of a new clause."""
    listed = _LIST_END.match(kinds, at)
    return listed is not None and not _opens_clause(kinds, listed.end())


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
            found = coordinated_right(scene, at + 1)
            yield from (Complement(roles, chunk) for chunk in found)
            at = found[-1] + 1
        elif _light_follows(scene, at):
            at += 1
        else:
            return


def _light_follows(scene: Scene, at: int) -> bool:
    """Say whether a light verb goes on about the noun before: "an attack, carried out on"."""
    if scene.kinds.startswith(",V", at):
        return is_light(scene.chunks[at + 1])
    light = scene.kinds[at] == "V" and is_light(scene.chunks[at])
    return light and is_passive(scene, at, transitive=True)


def is_light(chunk: Chunk) -> bool:
    """Say whether a verb only carries a noun: "carried out (an attack)"."""
    return any(reading.light for reading in chunk.readings)


def roles_of(scene: Scene, chunk: Chunk, words: EventWords) -> frozenset[str]:
    """Return the roles that a preposition may give what follows it."""
    phrase = " ".join(scene.words(chunk))
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
