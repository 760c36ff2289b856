"""The subject of a verb: left of it, shared with another verb, or before a relative pronoun."""

import re

from dateline.extract.events.parsing.chunks import Chunk, Scene, verb_group
from dateline.extract.events.parsing.forms import Form
from dateline.extract.events.parsing.syntax import tree_subject, verb_in
from dateline.extract.events.parsing.words import SPOKEN, EventWords
from dateline.model.annotations import EventType

SHARED_OBJECT = re.compile(r"CB?V(?=B?n)")  # "killed and wounded (hundreds)"
LONGEST_APPOSITION = 14  # chunks between two commas
DEEPEST_SHARING = 3  # verbs in a row that share one subject
BIDDING = frozenset({EventType.REQUEST, EventType.CONCEDE})


def is_passive(scene: Scene, at: int, *, transitive: bool) -> bool:
    """Say whether a verb is passive: with be, or a bare participle behind its noun and without an object."""
    chunk = scene.chunks[at]
    group = scene.kinds[verb_group(scene, at) : at]
    if "A" in group and chunk.form & Form.PARTICIPLE:
        return True
    if verb := verb_in(scene, at):
        may_be = bool(chunk.form & Form.PARTICIPLE) or not chunk.readings  # "are opposed to" is none
        return may_be and verb.parse.is_passive(verb.word) and not _takes_object(scene, at)
    if not chunk.form & Form.PARTICIPLE:
        return False
    if group.strip("B") or not transitive or chunk.holds_object:
        return False
    if _speaks(chunk) and scene.tokens.words[chunk.last : chunk.last + 1] == ["to"]:
        return False  # "promised to": any verb may follow
    return _is_bare_passive(scene, at, at - len(group) - 1)


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


def subject_of(scene: Scene, at: int, words: EventWords, depth: int = 0) -> tuple[int, ...]:
    """Return the chunks that are the subject of the verb at chunk `at`; coordinated ones are several."""
    verb = verb_in(scene, at)
    sure = tree_subject(scene, verb, words) if verb else None
    if sure is not None and not _behind_aside(scene, at):
        return _with_listed(scene, sure)
    found = _pattern_subject(scene, at, words, depth)
    return found if sure is None or set(sure) <= set(found) else sure  # "the head of X, Y, visited"


def _with_listed(scene: Scene, sure: tuple[int, ...]) -> tuple[int, ...]:
    """Return a subject with what "and" lists right before it, which a tree may hang on it as its title."""
    if not sure:
        return sure
    listed = _coordinated_left(scene, sure[0])
    governed = listed[0] > 0 and scene.kinds[listed[0] - 1] in "PVI"
    return sure if governed else (*listed, *sure[1:])


def _behind_aside(scene: Scene, at: int) -> bool:
    first = verb_group(scene, at)
    return scene.kinds[first - 1 : first] == ","


def _pattern_subject(scene: Scene, at: int, words: EventWords, depth: int) -> tuple[int, ...]:
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
    return _before_noun(scene, at, words, depth) if before == "n" else _leftward(scene, left)


def _before_noun(scene: Scene, at: int, words: EventWords, depth: int) -> tuple[int, ...]:
    """Return the subject of a verb right behind a noun phrase."""
    first = verb_group(scene, at)
    participle = scene.kinds[first] == "V" and bool(scene.chunks[at].form & Form.ING)
    if participle and _is_setting(scene, first - 1, words):
        return _shared(scene, first - 3, words, depth)
    if participle or _reduced(scene, at, first - 1) or _is_being(scene, first):
        return (first - 1,)
    return _leftward(scene, first - 1)


def _reduced(scene: Scene, at: int, left: int) -> bool:
    """Say whether a participle tells of a noun that a preposition governs: "with three men indicted"."""
    governed = scene.kinds[left - 1 : left] == "P" and "A" not in scene.kinds[left:at]
    acts = any(reading.sense and reading.sense.frame == "do" for reading in scene.chunks[at].readings)
    return governed and acts and is_passive(scene, at, transitive=True)


def _is_setting(scene: Scene, left: int, words: EventWords) -> bool:
    """Say whether a place stands before a participle that tells of a subject: "marched in Oslo demanding"."""
    if scene.kinds[left - 1 : left] != "P" or "V" not in scene.kinds[:left]:
        return False
    preposition = " ".join(scene.words(scene.chunks[left - 1]))
    return preposition in words.roles["in"]


def _is_being(scene: Scene, first: int) -> bool:
    """Say whether a verb group begins with "being": "led to protesters being shot"."""
    return scene.kinds[first] == "A" and scene.tokens.words[scene.chunks[first].first] == "being"


def _shared(scene: Scene, left: int, words: EventWords, depth: int) -> tuple[int, ...]:
    """Return the subject of the verb before, which a coordinated or infinitive verb shares."""
    if left >= 1 and scene.kinds[left - 1 : left + 1] == "Vn" and _bids(scene, left - 1, words):
        return (left,)  # "urged Russia to withdraw"
    if scene.kinds[left + 1 : left + 2] == "I" and _is_plan(scene, left, words):
        return (left,)  # "the decision of the government to close the border"
    for at in range(left, -1, -1):
        if scene.kinds[at] in ".":
            return ()
        if scene.kinds[at] == "V":
            return subject_of(scene, at, words, depth + 1)
    return ()


def _is_plan(scene: Scene, at: int, words: EventWords) -> bool:
    """Say whether a noun phrase is "of" whom something was planned, decided or tried."""
    if at < 2 or scene.kinds[at - 2 : at + 1] != "nPn" or scene.words(scene.chunks[at - 1])[0] != "of":
        return False
    last = scene.tokens.words[scene.chunks[at - 2].last - 1]
    return any(words.is_in(name, last) for name in ("planned", "attempted", "threatened"))


def _bids(scene: Scene, at: int, words: EventWords) -> bool:
    """Say whether the object of a verb is to do what follows: "urged", "allowed", "forced"."""
    chunk = scene.chunks[at]
    bidding = any(reading.sense and reading.sense.type in BIDDING for reading in chunk.readings)
    return bidding or words.is_in("bidding", scene.tokens.words[chunk.first])


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
        elif kind in "VA" and (relative := _relative_before(scene, at)) is not None:
            return _antecedent(scene, relative)  # "the man who killed three people (fled)"
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
