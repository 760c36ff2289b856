"""Names that have changed places in words that are otherwise a passage's own: who did it to whom."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from dateline.model.editions import Unsupported
from dateline.write.compare.folding import Word
from dateline.write.compare.lexicon import lexicon

SAME_WORDS = 0.9  # share of the sentence's words from which only the order can make the difference
SPEAKER = 5  # words of who speaks, at most
PARTICLE = 3  # letters
NAME = "\0"  # the form of every name: no word has it


def shared(words: Sequence[Word], beside: Sequence[Word]) -> int:
    """Count the words that two texts have in common, each as often as both have it."""
    return (Counter(w.folded for w in words) & Counter(w.folded for w in beside)).total()


def turned_round(words: Sequence[Word], beside: Sequence[Word]) -> Iterator[Unsupported]:
    """Yield names that have changed places in words that are otherwise the passage's own.

    A name that moves with a word it stands next to ("X said" to the front, "in Homs" to the end) is the
    same thing said in another order; names that move alone are put where another stood.
    """
    if shared(words, beside) < SAME_WORDS * len(words):
        return
    mine, theirs = [w.folded for w in words], [w.folded for w in beside]
    if (changed := _changed_places(mine, theirs)) is not None:
        yield Unsupported(words[changed].raw, words[changed].start, words[changed].end, "actor")
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    kept = {
        index for block in matcher.get_matching_blocks() for index in range(block.a, block.a + block.size)
    }
    for start, end in _name_runs(words, kept):
        places = [at for at in range(len(theirs)) if theirs[at : at + end - start] == mine[start:end]]
        company = beside_run(mine, start, end)
        if places and not any(company & beside_run(theirs, at, at + end - start) for at in places):
            yield Unsupported(words[start].raw, words[start].start, words[end - 1].end, "actor")


def exchanged_names(words: Sequence[Word], beside: Sequence[Word]) -> Iterator[Unsupported]:
    """Yield names that stand each where the passage has the other, whatever else differs: "in A, for B".

    Names that only "and" parts are one group in any order.
    """
    mine, theirs = _skeleton(words), _skeleton(beside)
    matcher = SequenceMatcher(None, [s.form for s in mine], [s.form for s in theirs], autojunk=False)
    paired = [
        (mine[block.a + step], theirs[block.b + step])
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
        if mine[block.a + step].form == NAME
    ]
    puts = {(ours.name, other.name): ours for ours, other in paired if ours.name != other.name}
    for (name, instead), ours in puts.items():
        other = puts.get((instead, name))
        if other is not None and ours.start < other.start and not _one_group(words, ours, other):
            yield Unsupported(
                words[ours.start].raw, words[ours.start].start, words[ours.end - 1].end, "actor"
            )


@dataclass(frozen=True, slots=True)
class _Slot:
    """A word, or a name as a whole: the `form` by which two texts are laid beside each other."""

    form: str
    name: tuple[str, ...]
    start: int
    end: int


def _skeleton(words: Sequence[Word]) -> list[_Slot]:
    """Return the words with each name as one slot, all names of one form."""
    slots, at = list[_Slot](), 0
    for start, end in (*_name_runs(words, set()), (len(words), len(words))):
        slots += [_Slot(words[each].folded, (), each, each + 1) for each in range(at, start)]
        if start < end:
            slots.append(_Slot(NAME, tuple(word.folded for word in words[start:end]), start, end))
        at = end
    return slots


def _one_group(words: Sequence[Word], first: _Slot, second: _Slot) -> bool:
    """Say whether nothing but "and", names and a word before each parts two names: "the A and the B"."""
    between = list(words[first.end : second.start])
    before = words[first.start - 1].folded if first.start else ""
    if between and between[-1].folded == before:
        between.pop()
    return all(word.capitalised or word.folded in lexicon().coordinators for word in between)


def _changed_places(mine: Sequence[str], theirs: Sequence[str]) -> int | None:
    """Return where the very same words begin to stand otherwise, unless one run of them moved as a whole.

    One run moves where "X said" goes to the front; where two have changed places, somebody else acts.
    """
    if mine == theirs or Counter(mine) != Counter(theirs):
        return None
    changed = next(at for at, (one, other) in enumerate(zip(mine, theirs, strict=True)) if one != other)
    mine, theirs = _without_speaker(mine, theirs)
    if mine == theirs:
        return None
    start, end = 0, len(mine)
    while mine[start] == theirs[start]:
        start += 1
    while mine[end - 1] == theirs[end - 1]:
        end -= 1
    edges = ((first, last) for first in range(max(0, start - 2), start + 1) for last in (end, end + 1))
    return None if any(_is_rotated(mine[a:b], theirs[a:b]) for a, b in edges) else changed


def _without_speaker(mine: Sequence[str], theirs: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Leave out of both who speaks, "a nurse said", which may stand anywhere."""
    for at, word in enumerate(mine):
        for length in range(SPEAKER, 0, -1) if word in lexicon().speech else ():
            run = list(mine[at - length : at + 1]) if at >= length else []
            places = range(len(theirs) if run else 0)
            place = next((first for first in places if [*theirs[first : first + len(run)]] == run), None)
            if place is not None:
                return [*mine[: at - length], *mine[at + 1 :]], [*theirs[:place], *theirs[place + len(run) :]]
    return mine, theirs


def _is_rotated(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    return any([*mine] == [*theirs[cut:], *theirs[:cut]] for cut in range(1, len(theirs)))


def _name_runs(words: Sequence[Word], kept: set[int]) -> Iterator[tuple[int, int]]:
    """Yield where names stand that are not where the passage has them, particles such as "de" included."""
    start = None
    for index, word in enumerate(words):
        named = word.capitalised and word.folded not in lexicon().not_names
        inside = start is not None and len(word.folded) <= PARTICLE and index + 1 < len(words)
        if index not in kept and (named or (inside and words[index + 1].capitalised)):
            start = index if start is None else start
        elif start is not None:
            yield start, index
            start = None
    if start is not None:
        yield start, len(words)


def beside_run(folded: Sequence[str], start: int, end: int) -> set[tuple[str, str]]:
    """Return the words right before and behind a run, each with its side; an "and" holds to any name."""
    before, after = folded[max(0, start - 1) : start], folded[end : end + 1]
    sides = {("before", word) for word in before} | {("after", word) for word in after}
    return {(side, word) for side, word in sides if word not in lexicon().coordinators}
