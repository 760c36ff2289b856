"""Whether a sentence speaks of what is to come or of what was, at the place of a time expression."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache

from dateline.languages import language_table
from dateline.model.spans import Span
from dateline.text.tokens import Tokens, fold_word

CUE_REACH = 12  # words looked at on each side of an expression for one that tells the tense
VERB_REACH = 4  # "to meet in Doha on Tuesday": further away the verb is of another happening
PLUPERFECT_REACH = 2  # words between "had" and the word that looks ahead
SHORTEST_FUTURE = 4  # letters of an Arabic verb with the prefix of the future
SHORTEST_PAST = 5  # letters of an English word in -ed that is a past tense


class Tense(Enum):
    """Where the nearest telling word puts an expression."""

    PAST = "past"
    FUTURE = "future"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class TenseWords:
    """Words of one language that tell the tense; `leads` do so only right in front of the expression.

    `auxiliaries` ("will") put the verb behind them in the future, whatever its form.

    `pluperfects` ("had") put a deadline in the past: "they had filed by Friday". `infinitives` ("to") tell
    of what is to come where a verb follows, not a `determiners` word or a name. A word with one of the
    `past_endings` ("-ed") tells of the past unless it has one of the `present_endings` ("succeed").
    """

    future: frozenset[str]
    past: frozenset[str]
    leads: frozenset[str]
    infinitives: frozenset[str]
    infinitive_auxiliaries: frozenset[str]
    determiners: frozenset[str]
    past_endings: tuple[str, ...]
    present_endings: tuple[str, ...]
    pluperfects: frozenset[str]
    auxiliaries: frozenset[str] = frozenset()
    future_prefixes: tuple[str, ...] = ()
    not_future: tuple[str, ...] = ()

    def tense_of(self, word: str, written: str) -> Tense:
        """Return what one word tells, folded and as it is written."""
        if word in self.future or self._begins_as_future(written):
            return Tense.FUTURE
        ending = len(word) >= SHORTEST_PAST and word.endswith(self.past_endings)
        past = word in self.past or (ending and not word.endswith(self.present_endings))
        return Tense.PAST if past else Tense.UNTOLD

    def _begins_as_future(self, word: str) -> bool:
        """Say whether a word is a verb of the future by its first letters: "سيزور" is, "سيارة" is not."""
        led = bool(self.future_prefixes) and word.startswith(self.future_prefixes)
        return led and len(word) >= SHORTEST_FUTURE and not word.startswith(self.not_future)


@cache
def tense_words(lang: str) -> TenseWords:
    """Return the words of a language that tell the tense."""
    table = language_table(lang, "times")
    cues = table.get("cues", {})
    return TenseWords(
        future=_folded(cues.get("future", ())),
        past=_folded(table.get("past_verbs", ())),
        leads=_folded(cues.get("leads", ())),
        infinitives=_folded(cues.get("infinitives", ())),
        infinitive_auxiliaries=_folded(cues.get("infinitive_auxiliaries", ())),
        determiners=_folded(table.get("determiners", ())),
        past_endings=tuple(cues.get("past_endings", ())),
        present_endings=tuple(cues.get("present_endings", ())),
        pluperfects=_folded(cues.get("pluperfects", ())),
        auxiliaries=_folded(cues.get("auxiliaries", ())),
        future_prefixes=tuple(cues.get("future_prefixes", ())),
        not_future=tuple(cues.get("not_future", ())),
    )


def _folded(words: Sequence[str]) -> frozenset[str]:
    return frozenset(map(fold_word, words))


class TenseReader:
    """Tells the tense at any place of one text."""

    def __init__(self, text: str, tokens: Tokens, words: TenseWords, sentences: Sequence[Span]) -> None:
        self._text = text
        self._tokens = tokens
        self._words = words
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._known: dict[int, Tense] = {}

    def at(self, here: int) -> Tense:
        """Return the tense that the nearest telling word of the sentence gives to token `here`."""
        if here not in self._known:
            self._known[here] = self._tense_at(here)
        return self._known[here]

    def _tense_at(self, here: int) -> Tense:
        first, last = self._bounds(here)
        if here > first and self._tokens.words[here - 1] in self._words.leads:
            told_back = not self._words.pluperfects.isdisjoint(self._tokens.words[first:last])
            return Tense.PAST if told_back else Tense.FUTURE
        for away in range(1, CUE_REACH + 1):
            for place in (here - away, here + away):
                tense = self._told_by(place, here) if first <= place < last else Tense.UNTOLD
                if tense is not Tense.UNTOLD:
                    return tense
        return Tense.UNTOLD

    def _told_by(self, place: int, here: int) -> Tense:
        words, start = self._tokens.words, self._tokens.starts[place]
        word = words[place]
        if word in self._words.infinitives and 2 <= here - place <= VERB_REACH:
            lower = self._text[self._tokens.starts[place + 1]].islower()
            verb = lower and words[place + 1] not in self._words.determiners
            if verb and self._had_been(place):
                return Tense.PAST
            return Tense.FUTURE if verb else Tense.UNTOLD
        if self._text[start].isupper():
            return Tense.UNTOLD
        tense = self._words.tense_of(word, self._text[start : self._tokens.ends[place]])
        if tense is Tense.PAST and place > 0 and words[place - 1] in self._words.auxiliaries:
            return Tense.FUTURE  # "they will have a meeting"
        led_back = not self._words.pluperfects.isdisjoint(words[max(0, place - PLUPERFECT_REACH) : place])
        if tense is Tense.FUTURE and led_back:  # "it had been due on Friday"
            return Tense.PAST
        passive = tense is Tense.PAST and place > 0 and words[place - 1] in self._words.infinitive_auxiliaries
        return Tense.UNTOLD if passive else tense

    def _had_been(self, place: int) -> bool:
        """Say whether "had been due" stands in front of the "to" at a token."""
        words = self._tokens.words
        return (
            place >= 3
            and words[place - 3] in self._words.pluperfects
            and words[place - 2] in self._words.past
        )

    def _bounds(self, here: int) -> tuple[int, int]:
        """Return the tokens around `here` that are near enough and in the same sentence."""
        first, last = max(0, here - CUE_REACH), min(len(self._tokens), here + CUE_REACH)
        at = bisect_right(self._starts, self._tokens.starts[here]) - 1
        if at >= 0:
            sentence = self._sentences[at]
            first = max(first, bisect_right(self._tokens.starts, sentence.start) - 1)
            last = min(last, bisect_right(self._tokens.starts, sentence.end - 1))
        return first, last
