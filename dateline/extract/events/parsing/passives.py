"""Whether a verb is told in the passive: with "was", as a bare participle, or of what is left behind."""

import re

from dateline.extract.events.parsing.chunks import Chunk, Scene, verb_group
from dateline.extract.events.parsing.forms import Form
from dateline.extract.events.parsing.syntax import verb_in
from dateline.extract.events.parsing.words import SPOKEN

SHARED_OBJECT = re.compile(r"CB?V(?=B?n)")  # "killed and wounded (hundreds)"
LEAVING = frozenset({"leave", "leaves", "left", "leaving"})


def is_passive(scene: Scene, at: int, *, transitive: bool) -> bool:
    """Say whether a verb is passive: with be, or a bare participle behind its noun and without an object."""
    chunk = scene.chunks[at]
    if is_told_of(scene, at):
        return False
    group = scene.kinds[verb_group(scene, at) : at]
    if "A" in group or "H" in group:
        return "A" in group and bool(chunk.form & Form.PARTICIPLE)  # "has proposed" is none
    if verb := verb_in(scene, at):
        may_be = bool(chunk.form & Form.PARTICIPLE) or not chunk.readings  # "are opposed to" is none
        told = verb.parse.is_passive(verb.word) and not _takes_object(scene, at)
        return may_be and (told or _is_left(scene, at - len(group)))
    if not chunk.form & Form.PARTICIPLE or group.strip("B") or not transitive or chunk.holds_object:
        return False
    if _speaks(chunk) and scene.tokens.words[chunk.last : chunk.last + 1] == ["to"]:
        return False  # "promised to": any verb may follow
    return _is_left(scene, at - len(group)) or _is_bare_passive(scene, at, at - len(group) - 1)


def is_told_of(scene: Scene, at: int) -> bool:
    """Say whether a pronoun does a verb to the noun in front of both: "two envoys it (accused) of spying"."""
    if scene.kinds[max(0, at - 2) : at] != "nn":
        return False
    pronoun = scene.chunks[at - 1]
    return pronoun.is_pronoun and not scene.chunks[at - 2].is_pronoun


def _is_left(scene: Scene, first: int) -> bool:
    """Say whether a verb tells what became of the object in front of it: "left dozens (injured)"."""
    if scene.kinds[max(0, first - 2) : first] != "Vn":
        return False
    return scene.tokens.words[scene.chunks[first - 2].first] in LEAVING


def _takes_object(scene: Scene, at: int) -> bool:
    """Say whether a noun phrase follows a verb and its results: "hacked to death (nine farmers)"."""
    return scene.kinds[at - 1 : at] == "n" and scene.kinds[at + 1 : at + 2] == "n"


def _is_bare_passive(scene: Scene, at: int, left: int) -> bool:
    """Say whether a participle without "was" is passive; `left` is the chunk before it."""
    following = next_kind(scene, at)
    before = scene.kinds[left : left + 1] if left >= 0 else ""
    if before == "C":
        return _passive_before(scene, left, following)
    if before == "V":
        return _believed(scene, left)
    shares = SHARED_OBJECT.match(scene.kinds, at + 1) is not None
    return before in ("n", ",", ")") and following not in ("n", "U", "I", "R", "") and not shares


def _believed(scene: Scene, at: int) -> bool:
    """Say whether a verb is a passive of saying or thinking: "were reported (killed)"."""
    return scene.chunks[at].believes and is_passive(scene, at, transitive=True)


def _passive_before(scene: Scene, at: int, following: str) -> bool:
    """Say whether a participle shares the "was" of the verb in front of "and": "was found and arrested"."""
    verb = scene.kinds.rfind("V", 0, at)
    if verb < 0 or following in ("n", "U") or set(scene.kinds[verb:at]) & set(".SKR"):
        return False
    return "A" in scene.kinds[verb_group(scene, verb) : verb] and is_passive(scene, verb, transitive=True)


def _speaks(chunk: Chunk) -> bool:
    return any(reading.sense and reading.sense.type in SPOKEN for reading in chunk.readings)


def next_kind(scene: Scene, at: int) -> str:
    """Return the kind of the next chunk that is no adverb."""
    rest = scene.kinds[at + 1 :].lstrip("B")
    return rest[:1]
