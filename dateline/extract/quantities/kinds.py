"""What is said to have happened to those counted: by the noun, and by the words around it."""

from bisect import bisect_left
from collections.abc import Sequence

from dateline.extract.quantities.kind_words import KindWords
from dateline.extract.quantities.nouns import Counted, is_share
from dateline.text.tokens import PARAGRAPH, Tokens

REACH = 14  # words between a number and what happened to those it counts
TOLL_REACH = 24  # words between a toll and the figure that it rises to
VERB_WORDS = 3  # of "have been killed"
FAR = 99
HELD, RELEASED = ("captured", "arrested"), "released"
COMMA_COST = 2
WORD_COST = 1
MAX_COST = 4  # a word further away than this many words of its own is about something else
AUXILIARY_GAIN = 2  # "fighters of the militias were killed": a passive reaches its subject this much further
ILLNESS_REACH = 3  # words behind what is counted: "(new) infections with the virus"
CLAUSE_MARKS = frozenset({".", ";", "!", "?", "؟", PARAGRAPH, ":", "•"})


def kind_of(
    tokens: Tokens, counts: Sequence[Counted], index: int, triggers: Sequence[int], words: KindWords
) -> str:
    """Return what is said to have happened to those counted, or "count"."""
    each = counts[index]
    if each.term.kind is not None:
        return each.term.kind
    if each.term.low is not None and 0 < each.term.low < 1:
        return "count"  # "half of those killed": a share is no toll
    kind = _kind_of_noun(tokens, each, words) or _kind_around(tokens, counts, index, triggers, words)
    freed = kind in HELD and _is_freed(tokens, counts, index, triggers, words)
    return RELEASED if freed else kind


def _is_freed(
    tokens: Tokens, counts: Sequence[Counted], index: int, triggers: Sequence[int], words: KindWords
) -> bool:
    """Say whether those whose noun says that they are held are let go: "أفرج عن 76 معتقلا".

    "12 of its 40 hostages" says so of the 12.
    """
    each = counts[index]
    named = any(words.kinds.get(word) in HELD for word in tokens.words[each.term.noun : each.last + 1])
    if not named or (index and is_share(tokens, counts[index - 1], each, words)):
        return False
    beyond = [*counts[:index], each._replace(last=each.last + 1), *counts[index + 1 :]]
    around = (_before(tokens, counts, index, triggers, words), _after(tokens, beyond, index, triggers, words))
    return any(kind == RELEASED and cost <= MAX_COST for cost, kind in around)


def _kind_of_noun(tokens: Tokens, each: Counted, words: KindWords) -> str | None:
    """Return what the noun that a number counts says of it, or None."""
    noun = tokens.words[each.term.noun : each.last]
    if not words.illnesses.isdisjoint(tokens.words[each.term.last : each.last + ILLNESS_REACH]):
        return "infected"  # "12 إصابة جديدة بفيروس كورونا"
    inside = next((words.kinds[word] for word in noun if word in words.kinds), None)
    if inside is not None:
        return inside
    if any(word in words.weapons for word in noun):
        return "weapons"
    head = noun[0 if words.adjectives_follow else -1] if noun else ""
    return "count" if head in words.things else None


def _kind_around(
    tokens: Tokens, counts: Sequence[Counted], index: int, triggers: Sequence[int], words: KindWords
) -> str:
    """Return what the words before and behind a counted phrase say of it, the nearer ones first."""
    if _is_risen_toll(tokens, counts[index].term.first, words):
        return "killed"
    after, kind_after = _after(tokens, counts, index, triggers, words)
    before, kind_before = _before(tokens, counts, index, triggers, words)
    front_wins_ties = words.verb_first or _has_its_own(counts, index, triggers)
    after_wins = after < before or (after == before and not front_wins_ties)
    cost, kind = (after, kind_after) if after_wins else (before, kind_before)
    return kind if cost <= MAX_COST else "count"


def _is_risen_toll(tokens: Tokens, at: int, words: KindWords) -> bool:
    """Say whether a number is what a toll comes to: "the toll of the attacks rises to 11, 44 injured"."""
    before = tokens.words[max(0, at - TOLL_REACH) : at]
    mark = next((place for place in reversed(range(len(before))) if before[place] in CLAUSE_MARKS), -1)
    return not words.rises.isdisjoint(before[-2:]) and not words.tolls.isdisjoint(before[mark + 1 :])


def _has_its_own(counts: Sequence[Counted], index: int, triggers: Sequence[int]) -> bool:
    """Say whether the word behind a number is followed by a number of its own: "kill 83, injure 100"."""
    at = bisect_left(triggers, counts[index].last)
    follows = index + 1 < len(counts) and at < len(triggers)
    return follows and counts[index + 1].term.first == triggers[at] + 1


def _after(
    tokens: Tokens, counts: Sequence[Counted], index: int, triggers: Sequence[int], words: KindWords
) -> tuple[int, str]:
    """Return the cost of the nearest word behind that says what happened, and the kind it stands for."""
    start = _end_of_share(tokens, counts, index, words)
    at = bisect_left(triggers, start)
    if at == len(triggers) or triggers[at] - start > REACH or tokens.words[triggers[at]] in words.active:
        return FAR, ""
    between = _outside_counts(tokens, counts, index + 1, start, triggers[at])
    word = tokens.words[triggers[at]]
    cost = _cost(between, words) + (word in words.joined)
    return cost // AUXILIARY_GAIN if not words.auxiliaries.isdisjoint(between[-2:]) else cost, words.kinds[
        word
    ]


def _end_of_share(tokens: Tokens, counts: Sequence[Counted], index: int, words: KindWords) -> int:
    """Return where a counted phrase ends, with the whole that it is told of: "eight of the 12 hostages"."""
    last, following = counts[index].last, counts[index + 1] if index + 1 < len(counts) else None
    return following.last if following and is_share(tokens, counts[index], following, words) else last


def kind_behind_parts(tokens: Tokens, last_part: Counted, words: KindWords) -> str | None:
    """Return what is said of a total behind its parts: "45 migrants, among them two children, drowned"."""
    at = last_part.last
    if at >= len(tokens) or tokens.words[at] != ",":
        return None
    behind = tokens.words[at + 1 : at + 1 + VERB_WORDS]
    verb = next((word for word in behind if word not in words.auxiliaries), "")
    return words.kinds.get(verb) if verb not in words.active else None


def _before(
    tokens: Tokens, counts: Sequence[Counted], index: int, triggers: Sequence[int], words: KindWords
) -> tuple[int, str]:
    """Return the cost of the nearest word in front that says what happened, and the kind it stands for."""
    end = counts[index].term.first
    at = bisect_left(triggers, end) - 1
    if at < 0 or end - triggers[at] > REACH:
        return FAR, ""
    between = _outside_counts(tokens, counts, max(0, index - REACH), triggers[at] + 1, end)
    return _cost(between, words), words.kinds[tokens.words[triggers[at]]]


def _outside_counts(tokens: Tokens, counts: Sequence[Counted], index: int, start: int, end: int) -> list[str]:
    """Return the words from token `start` to `end` that are in no other counted phrase."""
    kept: list[str] = []
    at = start
    for other in counts[index : index + 2 * REACH]:
        if other.term.first >= end:
            break
        if other.term.first >= at:
            kept += tokens.words[at : other.term.first]
            at = max(at, min(other.last, end))
    return [*kept, *tokens.words[at:end]]


def _cost(between: Sequence[str], words: KindWords) -> int:
    """Return how far apart a number and a word are: clause marks part them, fillers do not."""
    if not CLAUSE_MARKS.isdisjoint(between) or not words.clauses.isdisjoint(between):
        return FAR
    return sum(
        COMMA_COST if word in (",", "(", ")", '"') else 0 if word in words.fillers else WORD_COST
        for word in between
    )
