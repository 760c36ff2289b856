"""Vary passages while training: other names, other typography, other ways to lay out news.

Each change is an edit of the text that carries the marks with it.
"""

import random
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from training.corpora import MarkedAttribution, MarkedMention, Passage, Range
from training.stand_ins import StandIns

RENAMED, TITLED, SHOWN_AS_WRITTEN = 0.4, 0.04, 0.5
"""Share of passages with other names, of people that get a title, of tokenised texts set as if printed."""
DATELINED, CITED = 0.08, 0.12
"""Share of passages that open with a dateline; that have citations in parentheses."""
TOKENISED = re.compile(r"\w [,.] ?")
APART = re.compile(
    r"(?<=\S) (?=[.,;:!?%)\]”]|['’]s\b|n['’]t\b|['’](?:re|ve|ll|d|m)\b|['’] s\b)|(?<= ['’]) (?=s\b)|"
    r"(?<=[(\[“$#]) |(?<=\w) (?=-[ ]\w)|(?<=\w -) (?=\w)|(?<=\w) (?=[À-ɏ] )|(?<= [À-ɏ]) (?=\w)"
)
"""Spaces of tokenisation: before a comma, after an opening bracket, around a hyphen or a lone letter."""


@dataclass(frozen=True, order=True)
class Edit:
    """What replaces the code points `start` to `end`."""

    start: int
    end: int
    text: str


def vary(passage: Passage, names: StandIns, chance: random.Random) -> Passage:
    """Return a passage changed at random: names, spacing, datelines, quotation marks, casing."""
    if passage.mentions and chance.random() < RENAMED:
        passage = edited(passage, _renaming(passage, names, chance))
    if TOKENISED.search(passage.text) and chance.random() < SHOWN_AS_WRITTEN:
        passage = edited(passage, [Edit(*match.span(), "") for match in APART.finditer(passage.text)])
    if chance.random() < CITED:
        passage = _with_citations(passage, names, chance)
    if chance.random() < DATELINED:
        passage = _with_dateline(passage, names, chance)
    return replace(passage, text=vary_letters(passage.text, chance))


def vary_letters(text: str, chance: random.Random) -> str:
    """Change quotation marks, apostrophes or casing, each character for one, so that offsets stay."""
    style = chance.random()
    if style < 0.25:
        text = text.translate(str.maketrans("“”’", '""\''))
    elif style < 0.32:
        text = text.translate(str.maketrans("“”", "«»"))
    elif style < 0.40:
        text = text.translate(str.maketrans("’'", "ʼ’"))
    casing = chance.random()
    if casing < 0.02:
        other = text.lower()
    elif casing < 0.03:
        other = text.upper()
    else:
        return text
    return other if len(other) == len(text) else text


def edited(passage: Passage, edits: Iterable[Edit]) -> Passage:
    """Return a passage with edits, which must not overlap, and its marks where they came to stand."""
    moves = _Moves(sorted(edits))
    mentions = passage.mentions and tuple(
        replace(mention, start=moves.start(mention.start), end=moves.end(mention.end))
        for mention in passage.mentions
    )
    attributions = passage.attributions and tuple(
        MarkedAttribution(*(moves.ranges(part) for part in (each.cue, each.source, each.content)))
        for each in passage.attributions
    )
    happenings = tuple(
        replace(each, start=moves.start(each.start), end=moves.end(each.end)) for each in passage.happenings
    )
    sentences = tuple(
        tuple(replace(word, start=moves.start(word.start), end=moves.end(word.end)) for word in words)
        for words in passage.sentences
    )
    return replace(
        passage, text=moves.text(passage.text), mentions=mentions, attributions=attributions,
        happenings=happenings, telling=moves.ranges(passage.telling), typing=moves.ranges(passage.typing),
        sentences=sentences,
    )  # fmt: skip


class _Moves:
    """Where code points come to stand after edits. What is inserted at an edge of a span stays outside."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._starts = [edit.start for edit in edits]
        self._ends = [edit.end for edit in edits]
        grown = (len(edit.text) - (edit.end - edit.start) for edit in edits)
        self._shifts = [0, *accumulate(grown)]

    def start(self, position: int) -> int:
        return self._moved(position, bisect_right(self._ends, position))

    def end(self, position: int) -> int:
        count = bisect_right(self._ends, position)
        while count and self._edits[count - 1].start == self._edits[count - 1].end == position:
            count -= 1
        return self._moved(position, count)

    def _moved(self, position: int, count: int) -> int:
        inside = count < len(self._edits) and self._edits[count].start < position
        return (self._edits[count].start if inside else position) + self._shifts[count]

    def ranges(self, ranges: Iterable[Range]) -> tuple[Range, ...]:
        return tuple((self.start(start), self.end(end)) for start, end in ranges)

    def text(self, text: str) -> str:
        parts, reached = [], 0
        for edit in self._edits:
            parts += [text[reached : edit.start], edit.text]
            reached = edit.end
        return "".join(parts) + text[reached:]


def _renaming(passage: Passage, names: StandIns, chance: random.Random) -> list[Edit]:
    """Return edits that give each name of a passage one other name, and some people a title."""
    renamed = _stand_ins_for(passage, names, chance)
    edits = []
    for mention in passage.mentions or ():
        written = passage.text[mention.start : mention.end]
        is_person = mention.types == {"PERSON"}
        if is_person and chance.random() < TITLED:
            edits.append(Edit(mention.start, mention.start, chance.choice(names.titles) + " "))
        if written in renamed:
            edits.append(Edit(mention.start, mention.end, renamed[written]))
    return edits


def _stand_ins_for(passage: Passage, names: StandIns, chance: random.Random) -> dict[str, str]:
    renamed: dict[str, str] = {}
    kept: set[str] = set()
    for mention in sorted(passage.mentions or (), key=lambda mention: mention.start - mention.end):
        written = passage.text[mention.start : mention.end]
        if written in renamed or written in kept:
            continue
        if chance.random() < 0.5:
            kept |= {written, written.split()[-1]}
            continue
        if mention.types == {"PERSON"}:
            given, family = names.person(chance)
            renamed[written] = f"{given} {family}" if " " in written else family
            renamed.setdefault(written.split()[-1], family)
        else:
            other = names.other(mention.types, chance)
            renamed |= {written: other} if other else {}
    return renamed


MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December", "Jan.", "Feb.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")  # fmt: skip


def _some_date(chance: random.Random) -> str:
    return f"{chance.choice(MONTHS)} {chance.randint(1, 31)}, {chance.randint(2011, 2026)}"


def _with_citations(passage: Passage, names: StandIns, chance: random.Random) -> Passage:
    """Put an outlet and a date in parentheses at the end of some lines."""
    ends = [match.start() for match in re.finditer(r"(?<=[.”\"])\s*\n", passage.text)]
    for end in sorted(chance.sample(ends, min(len(ends), 4)), reverse=True):
        outlet = chance.choice(names.outlets)
        passage = _inserted(passage, end, " (", outlet, "ORG", f", {_some_date(chance)}).")
    return passage


def _with_dateline(passage: Passage, names: StandIns, chance: random.Random) -> Passage:
    """Put a place and an outlet before the first sentence: `BAGHDAD (Reuters) - `."""
    place, outlet = chance.choice(names.places), chance.choice(names.outlets)
    dash = chance.choice((" - ", " — ", " -- "))
    passage = _inserted(passage, 0, " (", outlet, "ORG", f"){dash}")
    return _inserted(passage, 0, "", place.upper() if chance.random() < 0.7 else place, "GPE", "")


def _inserted(passage: Passage, at: int, before: str, name: str, kind: str, after: str) -> Passage:
    """Insert a name between two strings, marked where the passage marks names."""
    passage = edited(passage, [Edit(at, at, before + name + after)])
    if passage.mentions is None:
        return passage
    start = at + len(before)
    mention = MarkedMention(start, start + len(name), frozenset((kind,)))
    place = bisect_left([other.start for other in passage.mentions], start)
    return replace(passage, mentions=(*passage.mentions[:place], mention, *passage.mentions[place:]))
