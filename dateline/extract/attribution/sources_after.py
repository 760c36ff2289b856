"""Who stands after a cue: "said Ali X, the head of Y", "according to X, …"."""

from dateline.extract.attribution.passages import PAREN, QUOTE, Passage
from dateline.extract.attribution.sources import (
    BREAKS,
    COMMAS,
    LONGEST_APPOSITION,
    LONGEST_SOURCE,
    Source,
    closes_utterance,
)
from dateline.extract.attribution.wording import Wording

_ENDS = frozenset({".", "!", "?", "؟", QUOTE})


def source_after(
    passage: Passage,
    start: int,
    wording: Wording,
    *,
    closed: bool = False,
    stops: frozenset[str] | None = None,
) -> Source:
    """Return the noun phrase that begins at token `start`, with its apposition: "Ali X, the head of Y".

    With `closed`, a comma must follow the apposition: "According to X, the head of Y, …". `stops` are the
    words that end the phrase, those of the language where none are given.
    """
    stops = wording.source_stops | wording.object_heads if stops is None else stops
    end = _phrase_end(passage, start, wording, stops)
    if end < len(passage.words) and passage.words[end] in COMMAS:
        beyond = _phrase_end(passage, end + 1, wording, wording.clause_openers & wording.source_stops)
        at_end = beyond >= len(passage.words) or passage.words[beyond] in _ENDS
        closing = COMMAS | wording.that | wording.that_joined | {":"}
        before_more = beyond < len(passage.words) and passage.words[beyond] in closing
        if (before_more or (at_end and not closed)) and _is_apposition(
            passage, Source(start, end, start, True), end + 1, beyond, wording
        ):
            end = beyond
    return Source(start, end, start, True)


def _phrase_end(passage: Passage, start: int, wording: Wording, stops: frozenset[str]) -> int:
    limit = min(len(passage.words), start + LONGEST_SOURCE)
    ends = (at for at in range(start, limit) if _ends_phrase(passage, start, at, wording, stops))
    return next(ends, limit)


def _ends_phrase(passage: Passage, start: int, at: int, wording: Wording, stops: frozenset[str]) -> bool:
    """Say whether a noun phrase from token `start` on ends before token `at`."""
    word = passage.words[at]
    if word in COMMAS | BREAKS | wording.that | wording.that_joined:
        return True
    if word in _ENDS and (at + 1 >= len(passage.words) or (word == QUOTE and closes_utterance(passage, at))):
        return True
    if at == start:
        return word == PAREN
    if wording.order == "svo" and word in wording.persons | wording.groups:
        return True
    if passage.words[at + 1 : at + 2] and passage.words[at + 1] in wording.subjects.name_links:
        return False
    is_whole = at == start + 1 and _is_whole(passage, start, wording)
    opens_more = any(phrases.match(passage.words, at) for phrases in (wording.citing, wording.since))
    opens_object = wording.order == "vso" and _opens_object(word, wording)
    return word in stops or is_whole or opens_more or opens_object or _is_shown(passage, start, at, wording)


def _opens_object(word: str, wording: Wording) -> bool:
    """Say whether a noun with its preposition opens what a verb-first clause is about: "بوقف", "بالإفراج"."""
    letters = (letter for letter in wording.object_openers if word.startswith(letter))
    return any(
        word[len(letter) :] in wording.object_heads
        or word[len(letter) :].removeprefix(wording.subjects.article) in wording.object_heads
        for letter in letters
    )


def _is_shown(passage: Passage, start: int, at: int, wording: Wording) -> bool:
    """Say whether "this worker" is all, where only a comma would part a name from what follows it."""
    if wording.order != "sov" or at != start + 2 or passage.words[start] not in wording.determiners:
        return False
    return passage.words[at] not in wording.anonymous | wording.voices


def _is_whole(passage: Passage, at: int, wording: Wording) -> bool:
    """Say whether a pronoun or a body with its article is all: a noun without one after it is the object."""
    following = passage.words[at + 1]
    if passage.words[at] in wording.persons | wording.groups:
        return True
    if passage.words[at] not in wording.subjects.bodies or not wording.subjects.article:
        return False
    joined = (wording.subjects.article, *wording.joined_prepositions, *wording.prefixes)
    return not following.startswith(joined)


def _is_apposition(passage: Passage, source: Source, first: int, last: int, wording: Wording) -> bool:
    if first >= last or last - first > LONGEST_APPOSITION:
        return False
    if any(wording.verbs.match(passage.words, at) for at in range(first, last)):
        return False
    words = passage.words[first:last]
    if wording.order == "sov" and words[-1] in wording.finite:
        return False
    if words[0] in wording.adjunct_openers or words[0] in wording.clause_openers:
        return False
    names_office = not (wording.voices - wording.outlet_nouns).isdisjoint(
        passage.words[source.first : source.last]
    )
    if names_office and all(
        passage.tokens[at].capital or "-" in passage.words[at] for at in range(first, last)
    ):
        return True
    return words[0] in wording.determiners or not wording.voices.isdisjoint(words)
