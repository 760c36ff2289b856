"""The subject of a verb: left of it, shared with another verb, or before a relative pronoun."""

from dateline.extract.events.parsing.chunks import Scene, verb_group
from dateline.extract.events.parsing.forms import Form
from dateline.extract.events.parsing.lists import coordinated_left, coordinated_right, opens_clause
from dateline.extract.events.parsing.passives import is_passive, is_told_of
from dateline.extract.events.parsing.syntax import tree_subject, verb_in
from dateline.extract.events.parsing.words import EventWords
from dateline.model.annotations import EventType

LONGEST_APPOSITION = 14  # chunks between two commas
DEEPEST_SHARING = 3  # verbs in a row that share one subject
SAYING = frozenset({"say", "says", "said"})
BIDDING = frozenset({EventType.REQUEST, EventType.CONCEDE})


def subject_of(scene: Scene, at: int, words: EventWords, depth: int = 0) -> tuple[int, ...]:
    """Return the chunks that are the subject of the verb at chunk `at`; coordinated ones are several."""
    verb = verb_in(scene, at)
    if beside := (at - 1,) if is_told_of(scene, at) else _absolute(scene, at, words):
        return beside
    sure = tree_subject(scene, verb, words) if verb else None
    if sure is not None and not _behind_aside(scene, at):
        return _with_listed(scene, sure, verb_group(scene, at) - 1)
    found = _pattern_subject(scene, at, words, depth)
    return found if sure is None or set(sure) <= set(found) else sure  # "the head of X, Y, visited"


def _with_listed(scene: Scene, sure: tuple[int, ...], left: int) -> tuple[int, ...]:
    """Return a subject with what is listed beside it, which a tree may hang on it as its title.

    `left` is the chunk in front of the verb; a list that ends there is the subject whole.
    """
    if not sure:
        return sure
    whole = coordinated_left(scene, left) if left > sure[-1] and scene.kinds[left] == "n" else ()
    if sure[0] in whole and len({_is_named(scene, each) for each in whole}) == 1:
        return whole  # no "Kamal, a guard and driver"
    listed = coordinated_left(scene, sure[0])
    governed = listed[0] > 0 and scene.kinds[listed[0] - 1] in "PVI"
    return sure if governed else (*listed, *sure[1:])


def _absolute(scene: Scene, at: int, words: EventWords) -> tuple[int, ...]:
    """Return who acts beside a clause: ", with (police and soldiers) firing at the crowd"."""
    first = verb_group(scene, at)
    bare = _is_bare(scene, first, at) and bool(scene.chunks[at].form & Form.ING)
    if not bare or scene.kinds[first - 1 : first] != "n":
        return ()
    listed = coordinated_left(scene, first - 1)
    opens = scene.kinds[max(0, listed[0] - 2) : listed[0]] in (",P", "P")
    return (
        listed
        if opens and scene.tokens.words[scene.chunks[listed[0]].first - 1] in words.sets["with"]
        else ()
    )


def _is_named(scene: Scene, at: int) -> bool:
    return scene.mention_at[scene.chunks[at].last - 1] >= 0


def _behind_aside(scene: Scene, at: int) -> bool:
    first = verb_group(scene, at)
    return scene.kinds[first - 1 : first] == ","


def _pattern_subject(scene: Scene, at: int, words: EventWords, depth: int) -> tuple[int, ...]:
    first = verb_group(scene, at)
    left = first - 1
    if left < 0 and _is_bare(scene, first, at):
        return _behind_opening(scene, at)
    if left < 0 or depth > DEEPEST_SHARING:
        return ()
    before = scene.kinds[left]
    relative = left if before == "R" else _said_of(scene, left)
    if relative is not None:
        return _antecedent(scene, relative)
    participle = _is_bare(scene, first, at) and bool(scene.chunks[at].form & Form.ING)
    if participle and before == "P" and (objects := _object_before(scene, left)):
        return objects
    if before in "CV" or scene.kinds[first] == "I" or (participle and before in ",PS"):
        return _shared(scene, left, words, depth)
    return _before_noun(scene, at, words, depth) if before == "n" else _leftward(scene, left)


def _is_bare(scene: Scene, first: int, at: int) -> bool:
    """Say whether a verb has no helping verb in front: "allegedly assaulting"."""
    return not scene.kinds[first:at].strip("B")


def _behind_opening(scene: Scene, at: int) -> tuple[int, ...]:
    """Return the subject of a participle that opens its sentence: "Jailed for life, X escaped"."""
    end = scene.kinds.find(",n", at)
    if end < 0 or not scene.chunks[at].form & (Form.ING | Form.PARTICIPLE):
        return ()
    if set(scene.kinds[at + 1 : end]) & set(".VSRK"):
        return ()
    listed = coordinated_right(scene, end + 1)
    return listed if opens_clause(scene.kinds, listed[-1] + 1) else ()


def _before_noun(scene: Scene, at: int, words: EventWords, depth: int) -> tuple[int, ...]:
    """Return the subject of a verb right behind a noun phrase."""
    first = verb_group(scene, at)
    participle = _is_bare(scene, first, at) and bool(scene.chunks[at].form & Form.ING)
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
        beside = scene.kinds[left] == "," and _modifies(scene, at)  # "hit a bus carrying boys, killing six"
        if scene.kinds[at] == "V" and not beside:
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


def _said_of(scene: Scene, at: int) -> int | None:
    """Return the relative pronoun of which a verb says something: "an attack which, rebels say, (killed)"."""
    if scene.kinds[at] != "V" or (
        not scene.chunks[at].believes and not SAYING & set(scene.words(scene.chunks[at]))
    ):
        return None
    relative = scene.kinds.rfind("R", 0, at)
    return relative if relative > 0 and not set(scene.kinds[relative + 1 : at]) - set("nPB,") else None


def _antecedent(scene: Scene, relative: int) -> tuple[int, ...]:
    at = relative - 1
    while at >= 0 and scene.kinds[at] in ",P)":
        at = _opening(scene, at) - 1 if scene.kinds[at] == ")" else at - 1
    return coordinated_left(scene, at) if at >= 0 and scene.kinds[at] == "n" else ()


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
            listed = coordinated_left(scene, at)
            at = listed[0] - 1
            if at >= 0 and scene.kinds[at] == "P":
                at -= 1
                continue
            if passed := _modifies(scene, at):
                at -= passed
                continue
            found = listed
        elif kind == ")":
            at = _opening(scene, at) - 1
        elif kind == "R" and not found and scene.kinds[max(0, at - 1) : at] in ("n", ","):
            return _antecedent(scene, at)  # "the judge, who through his office (declined)"
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


def _modifies(scene: Scene, at: int) -> int:
    """Return of how many chunks a participle is that takes its object from a verb, 0 where it is none.

    "Protesters (demanding) reform marched", "rebels (fighting to topple) the king fled".
    """
    first = at - 2 if scene.kinds[max(0, at - 2) : at + 1] == "VIV" else at
    if first < 1 or scene.kinds[first] != "V" or scene.kinds[first - 1] != "n":
        return 0
    form = scene.chunks[first].form
    return at - first + 1 if form & Form.ING and not form & Form.BASE else 0


def _relative_before(scene: Scene, at: int) -> int | None:
    """Return the relative pronoun whose clause the verb at chunk `at` belongs to."""
    first = verb_group(scene, at) - 1
    while first > 0 and scene.kinds[first] in "nPB":
        first -= 1
    relative = first >= 0 and scene.kinds[first] == "R" and scene.kinds[first - 1 : first] in ("n", ",", ")")
    return first if relative else None
