"""What a noun phrase hangs on in the syntax tree of its sentence, as marks for the weights of attacks."""

from collections.abc import Iterator

from dateline.extract.events.parsing.branches import Branches
from dateline.extract.events.parsing.chunks import Scene
from dateline.model.syntax import Relation

LONGEST_LIST = 5  # words joined by "and" that are followed to the first


def related(scene: Scene, first: int, last: int) -> Iterator[str]:
    """Yield the relation of some tokens to the word above them, that word, and the preposition between."""
    branches = scene.branches
    head = _head(branches, first, last) if branches else None
    if branches is None or head is None:
        return
    words = branches.parse.words
    joined = _first_joined(branches, head)
    relation, above = words[joined].relation, _folded(branches, words[joined].head)
    yield f"rel={relation}"
    yield f"above={above}"
    yield f"rel={relation} {above}"
    for case in branches.parse.children(head, Relation.CASE):
        yield f"rel={relation} {_folded(branches, case)} {above}"


def _head(branches: Branches, first: int, last: int) -> int | None:
    """Return the word of some tokens that hangs on one outside of them."""
    places = [place for at in range(first, last) if (place := branches.word_of(at)) is not None]
    inside = set(places)
    words = branches.parse.words
    free = (place for place in places if words[place].head not in inside or words[place].head == place)
    return next(free, places[-1] if places else None)


def _first_joined(branches: Branches, place: int) -> int:
    """Return the first of the words that are joined to one by "and" or a comma."""
    words = branches.parse.words
    for _ in range(LONGEST_LIST):
        if words[place].relation is not Relation.CONJUNCT:
            break
        place = words[place].head
    return place


def _folded(branches: Branches, place: int) -> str:
    return branches.tokens.words[branches.token_of(place)]
