"""How numbers of one sentence go together: a new figure and the one it replaces, a total and its parts."""

from collections.abc import Sequence

from dateline.extract.quantities.changes import names_earlier
from dateline.extract.quantities.kind_words import kind_words
from dateline.extract.quantities.kinds import CLAUSE_MARKS
from dateline.extract.quantities.nouns import Counted, is_share
from dateline.extract.quantities.pairs import RISE_REACH
from dateline.extract.quantities.phrases import phrases_of
from dateline.text.numerals import number_words
from dateline.text.tokens import Tokens

REPLACED_REACH = 2  # words of a noun between a figure and "up from"
EARLIER_REACH = 8  # words between a figure and the earlier one that it corrects
GAP_REACH = 12  # tokens between a figure and the one that it replaces
FROM_REACH = 4  # words of "on Sunday from" between a figure and the one that it rose from
SENTENCE_REACH = 30  # tokens between a figure and the "earlier toll of" that it corrects
NO_KIND = "count"
JOINT_REACH = 4  # tokens of "and" and commas between figures
PART_REACH = 10  # words between a total and its part


def replaced(
    tokens: Tokens, counts: Sequence[Counted], kinds: Sequence[str], at: int, lang: str
) -> int | None:
    """Return the index of the figure that figure `at` replaces: "rose to 17 from 12", "from 12 to 17".

    A figure that "later rose to" another is replaced by one of its own kind alone.
    """
    if at and kinds[at] == kinds[at - 1] and _mended(tokens, counts, at, lang):
        return at - 1
    for other, old_first in ((at + 1, False), (at - 1, True)):
        if not 0 <= other < len(counts):
            continue
        new, old = counts[at], counts[other]
        left, right = (old, new) if old_first else (new, old)
        if right.term.first - left.last > GAP_REACH:
            continue
        gap = [word for word in tokens.words[left.last : right.term.first] if word != ","]
        parted = (
            counts[at].term.kind or counts[other].term.kind or (not old_first and names_earlier(gap, lang))
        )
        if parted and _of_other_kinds(kinds[at], kinds[other]):
            continue  # "up 14 percent from $1 billion"
        before = tokens.words[max(0, left.term.first - RISE_REACH) : left.term.first]
        behind = tokens.words[right.last : right.last + RISE_REACH]
        if _changed(gap, before, behind, old_first=old_first, lang=lang):
            return other
    return None


def corrected(
    tokens: Tokens, counts: Sequence[Counted], kinds: Sequence[str], old: int, lang: str
) -> int | None:
    """Return the index of the figure before an "earlier toll of", of its kind and in its sentence."""
    first = counts[old].term.first
    if not names_earlier(tokens.words[max(0, first - RISE_REACH) : first], lang):
        return None
    for new in range(old - 1, -1, -1):
        between = tokens.words[counts[new].last : first]
        if len(between) > SENTENCE_REACH or not CLAUSE_MARKS.isdisjoint(between):
            return None
        if kinds[new] == kinds[old]:
            return new
    return None


def _of_other_kinds(one: str, other: str) -> bool:
    return one != other and NO_KIND not in (one, other)


def _mended(tokens: Tokens, counts: Sequence[Counted], at: int, lang: str) -> bool:
    """Say whether the words before a figure change the one before it: "9, but corrected it to 7"."""
    gap = tokens.words[counts[at - 1].last : counts[at].term.first]
    if len(gap) > GAP_REACH or not CLAUSE_MARKS.isdisjoint(gap):
        return False
    return phrases_of(lang, "to").ending(gap) > 0 and phrases_of(lang, "rises").are_in(gap)


def _changed(
    gap: Sequence[str], before: Sequence[str], behind: Sequence[str], *, old_first: bool, lang: str
) -> bool:
    if not CLAUSE_MARKS.isdisjoint(gap):
        return False
    joint = tuple(gap)
    if old_first:
        led = phrases_of(lang, "from").ending(before) > 0 or names_earlier(before, lang)
        fits = led and joint in phrases_of(lang, "to")
    else:
        fits = len(joint) <= FROM_REACH and phrases_of(lang, "from").ending(gap) > 0
        if names_earlier(gap, lang) and len(gap) <= EARLIER_REACH:
            return True
        up_from = phrases_of(lang, "up_from").ending(gap)
        if up_from and len(gap) <= up_from + REPLACED_REACH:
            return True
    rises = phrases_of(lang, "rises")
    return fits and (rises.are_in(before) or (old_first and rises.are_in(behind)))


def totals(tokens: Tokens, counts: Sequence[Counted], lang: str) -> dict[int, int]:
    """Map figures to the totals that they are parts of, all as indexes: "12 people, among them 3 children".

    What is joined to a part is one too: "among them three children and two women". The total may stand
    behind: "two medics among 31 dead".
    """
    found: dict[int, int] = {}
    for at in range(1, len(counts)):
        gap = tokens.words[counts[at - 1].last : counts[at].term.first]
        if _told_behind(tokens, counts[at], gap, lang):
            found[at] = found.get(at - 1, at - 1)
        elif _joined(tokens, counts, at, lang):
            if at - 1 in found:
                found[at] = found[at - 1]
        elif is_share(tokens, counts[at - 1], counts[at], kind_words(lang)):
            found[at - 1] = at
        elif _is_part(_past_parts(gap, lang), lang):
            found[at] = at - 1
        elif len(gap) <= PART_REACH and phrases_of(lang, "wholes").ending(gap):
            found[at - 1] = at
    return found


def _told_behind(tokens: Tokens, part: Counted, gap: Sequence[str], lang: str) -> bool:
    """Say whether a figure is a part of the one before by what stands behind it: "five of them"."""
    if len(gap) > PART_REACH or not CLAUSE_MARKS.isdisjoint(gap):
        return False
    return phrases_of(lang, "parts_behind").stands_at(tokens.words, part.last)


def _past_parts(gap: Sequence[str], lang: str) -> Sequence[str]:
    """Return the words between two figures without the "of them" that is told of the first."""
    behind = phrases_of(lang, "parts_behind")
    longest = next((end for end in range(3, 0, -1) if behind.ending(gap[:end]) == len(gap[:end])), 0)
    return gap[longest:]


def _is_part(gap: Sequence[str], lang: str) -> bool:
    """Say whether the words after a figure make the next one a part of it."""
    if not gap or len(gap) > PART_REACH or not CLAUSE_MARKS.isdisjoint(gap):
        return False
    return phrases_of(lang, "parts").are_in(gap)


def _joined(tokens: Tokens, counts: Sequence[Counted], at: int, lang: str) -> bool:
    """Say whether only "and" or a comma stands between a figure and the one before it."""
    if counts[at].term.first - counts[at - 1].last > JOINT_REACH:
        return False
    gap = tuple(word for word in tokens.words[counts[at - 1].last : counts[at].term.first] if word != ",")
    comma = not gap and counts[at - 1].last < counts[at].term.first
    sense = number_words(lang).get(tokens.words[counts[at].term.first])
    led = not gap and (counts[at].term.single or (sense is not None and sense.joined))  # "نساء وثلاثة"
    return comma or led or gap in phrases_of(lang, "and")
