"""A sentence as events are read in it: noun phrases, verb groups and small words, one letter each.

| letter | chunk |
|---|---|
| n | noun phrase, with the mentions and trigger nouns inside it |
| V | verb, with the readings that its spelling allows |
| P R S K C | preposition, relative pronoun, subordinator, condition, coordinator |
| A H G Y W X I B | be, have, do, modal, future, negation, infinitive "to", adverb |
| , . ( ) U | comma, other mark, parentheses, object mark (Persian را) |
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.extract.events.parsing.branches import Branches
from dateline.extract.events.parsing.classes import NO_MENTION, QUOTES, Marked, classes_of
from dateline.extract.events.parsing.forms import NOMINAL, Form
from dateline.extract.events.parsing.word_classes import forms_of
from dateline.extract.events.parsing.words import EventWords, Reading
from dateline.text.tokens import Tokens

_PHRASE = re.compile(r"[DQJB]*[NMTQ](?:(?:[NMTQhJ]|LB*)*[NMTQ])?L?|[DQ]?O|D")
_APOSTROPHE = "'"
_GROUP = frozenset("AHGYWXB")
ARTICLES = frozenset({"the", "a", "an"})
TIME_LEADS = frozenset({"last", "next", "this"})  # of adverbs: "last night", "this week"
HYPHENS = frozenset("-‐‑")


@dataclass(frozen=True, slots=True)
class Chunk:
    """Tokens `first` to `last` (not included); `readings` are of a verb, `triggers` of a noun phrase.

    `holds_object` says that a verb of several words ends in its object: "blocked the road", not "shot dead".
    `believes` says that a verb is one of saying or thinking: "reported (killed)".
    """

    kind: str
    first: int
    last: int
    readings: tuple[Reading, ...] = ()
    triggers: tuple["NounTrigger", ...] = ()
    holds_object: bool = False
    is_pronoun: bool = False
    believes: bool = False

    @property
    def form(self) -> Form:
        """All forms that the spelling of a verb may be."""
        return forms_of(self.readings)


@dataclass(frozen=True, slots=True)
class NounTrigger:
    """A trigger noun: tokens `first` to `last` of a noun phrase."""

    first: int
    last: int
    reading: Reading


@dataclass(frozen=True)
class Scene:
    """One sentence in chunks; `kinds` has one letter a chunk. Tokens count in the whole text.

    `branches` is its syntax tree, `None` where nobody has read one.
    """

    tokens: Tokens
    chunks: tuple[Chunk, ...]
    kinds: str
    mention_at: Sequence[int]
    first: int
    last: int
    branches: Branches | None = None

    def words(self, chunk: Chunk) -> Sequence[str]:
        """Return the folded words of a chunk."""
        return self.tokens.words[chunk.first : chunk.last]

    def kinds_between(self, first: int, last: int) -> str:
        """Return the letters of the chunks that begin among some tokens."""
        return "".join(chunk.kind for chunk in self.chunks if first <= chunk.first < last)

    def mentions_in(self, first: int, last: int) -> tuple[int, ...]:
        """Return the indexes of the mentions that begin among some tokens, in order."""
        found = dict.fromkeys(self.mention_at[first:last])
        return tuple(index for index in found if index != NO_MENTION)


def read_scene(marked: Marked, first: int, last: int) -> Scene:
    """Cut tokens `first` to `last` into chunks; times are adverbs in it."""
    tokens, words = marked.tokens, marked.words
    codes, spans, triggers = classes_of(marked, first, last)
    chunks: list[Chunk] = []
    at = 0
    while at < len(codes):
        phrase = _PHRASE.match(codes, at)
        if phrase and codes[at] != "V":
            end = phrase.end()
            inside = [triggers[place] for place in range(at, end) if place in triggers]
            begin = at
            while begin < end - 1 and codes[begin] == "B" and _opens(marked, spans[begin][0]):
                if tokens.words[spans[begin][0]] not in QUOTES:
                    chunks.append(Chunk("B", *spans[begin]))
                begin += 1
            is_pronoun = codes[begin:end] == "O"
            span = spans[begin][0], spans[end - 1][1]
            chunks.append(Chunk("n", *span, (), _nouns(inside), is_pronoun=is_pronoun))
        else:
            end = at + 1
            readings = triggers[at][2] if at in triggers else ()
            chunks.append(
                _verb(tokens, spans[at], readings, words)
                if codes[at] == "V"
                else Chunk(codes[at], *spans[at])
            )
        at = end
    kinds = "".join(chunk.kind for chunk in chunks)
    return Scene(tokens, tuple(chunks), kinds, marked.mention_at, first, last, marked.branches)


def _opens(marked: Marked, at: int) -> bool:
    """Say whether what stands in front of a noun phrase is none of it: “ | We, last week | Israel.

    With an article it is: "the future king".
    """
    word = marked.tokens.words[at]
    is_time = marked.time_at[at] != NO_MENTION and word not in ARTICLES
    return is_time or word in QUOTES or word in TIME_LEADS


def _verb(tokens: Tokens, span: tuple[int, int], readings: Sequence[Reading], words: EventWords) -> Chunk:
    holds, believes = _holds_object(tokens, span, words), words.is_in("beliefs", tokens.words[span[0]])
    return Chunk("V", *span, tuple(readings), (), holds, believes)


def chunk_at(scene: Scene, token: int) -> int:
    """Return the chunk in which a token of the sentence stands."""
    return max(0, bisect_right(scene.chunks, token, key=lambda chunk: chunk.first) - 1)


def _holds_object(tokens: Tokens, span: tuple[int, int], words: EventWords) -> bool:
    last, before = tokens.words[span[1] - 1], tokens.words[span[1] - 2]
    hangs = words.classes.get(last) in ("P", "B") or words.is_in("results", last)
    hangs = hangs and before not in HYPHENS  # "a sit-in"
    return span[1] - span[0] > 1 and not hangs


def _nouns(inside: Sequence[tuple[int, int, Sequence[Reading]]]) -> tuple[NounTrigger, ...]:
    found = []
    for first, last, readings in inside:
        nominal = [reading for reading in readings if reading.sense and reading.form & NOMINAL]
        found += [NounTrigger(first, last, nominal[0])] if nominal else []
    return tuple(found)


def possessive_cut(scene: Scene, first: int, last: int) -> int | None:
    """Return the token of the last possessive mark among some tokens; marks inside names do not count."""
    for at in range(last - 1, first, -1):
        if scene.tokens.words[at] == _APOSTROPHE and scene.mention_at[at] == NO_MENTION:
            return at
    return None


def verb_group(scene: Scene, at: int) -> int:
    """Return the chunk at which the verb group that ends with chunk `at` begins: "was not yet killed"."""
    first = at
    while first > 0 and scene.kinds[first - 1] in _GROUP:
        first -= 1
    if first > 0 and scene.kinds[first - 1] == "I":
        first -= 1
    return first
