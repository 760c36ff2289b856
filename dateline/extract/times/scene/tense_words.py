"""The words of a language that tell whether a sentence speaks of what is to come or of what was."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache

from dateline.languages import language_table
from dateline.text.tokens import fold_word

SHORTEST_FUTURE = 4  # letters of an Arabic verb with the prefix of the future
SHORTEST_PAST = 5  # letters of an English word in -ed that is a past tense


class Tense(Enum):
    """Where the nearest telling word puts an expression."""

    PAST = "past"
    FUTURE = "future"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class TenseWords:
    """Words of one language that tell the tense.

    - `leads` look ahead only in front of the expression ("by"), with `lead_fillers` between them ("by at
      least"), and so do `copulas`, with one of the `prepositions`: "the vote is on Sunday"; `weak_leads` do
      where no verb tells. Two words of `future_pairs` and `past_pairs` tell only together: "set for", "would
      not". `auxiliaries` ("will") put the verb behind them in the future, whatever its form.
    - `scheduled` ("begins") are presents that tell of what is to come, but not behind an infinitive's word
      or one of `negations`: "it did not resume on Monday".
    - `weekday_leads` look ahead in front of a weekday: "a rally for Friday"; so do two words of `lead_pairs`:
      "planned for". What is of a weekday behind `past_owners` lies back: "the dead of Tuesday's blast".
    - `pluperfects` ("had") put a deadline in the past: "they had filed by Friday"; so do `past_auxiliaries`
      in front of it, "it did not begin until Tuesday", and a verb of the past behind one at the beginning,
      but for `sayings`: "by Friday, the fires were out".
    - `perfects` ("has") tell of the past, but not in front of one of `determiners`: "they have a match".
    - `infinitives` ("to") tell of what is to come where one of `infinitive_leads` ("decided") is in front and
      a verb follows, not a `determiners` word or a name; `object_leads` may have an object between:
      "ordered the army to leave".
    - A word with one of `past_endings` ("-ed") tells of the past unless it has one of `present_endings`
      ("succeed"), or stands behind a determiner, an adverb with one of `adverb_endings` between them: "a
      newly painted hall".
    - Behind one of `gerund_leads` ("of") a word of `future` tells nothing of another verb's day: "arrested on
      suspicion of planning a raid".
    - `boundaries` ("that"), and `coordinators` ("and") in front of a verb, begin another clause. What is
      owned by a day, as `possessives` ("'s") tell, goes by the nearest words only. In a `verb_final` language
      the verb behind tells before all others.
    """

    future: frozenset[str]
    past: frozenset[str]
    scheduled: frozenset[str]
    negations: frozenset[str]
    leads: frozenset[str]
    weak_leads: frozenset[str]
    weekday_leads: frozenset[str]
    lead_pairs: frozenset[tuple[str, ...]]
    weekdays: frozenset[str]
    past_owners: frozenset[str]
    object_leads: frozenset[str]
    sayings: frozenset[str]
    lead_fillers: frozenset[str]
    copulas: frozenset[str]
    prepositions: frozenset[str]
    infinitives: frozenset[str]
    infinitive_leads: frozenset[str]
    infinitive_auxiliaries: frozenset[str]
    determiners: frozenset[str]
    past_endings: tuple[str, ...]
    present_endings: tuple[str, ...]
    pluperfects: frozenset[str]
    past_auxiliaries: frozenset[str]
    perfects: frozenset[str]
    auxiliaries: frozenset[str]
    boundaries: frozenset[str]
    coordinators: frozenset[str]
    possessives: frozenset[str]
    future_pairs: frozenset[tuple[str, ...]]
    past_pairs: frozenset[tuple[str, ...]]
    pair_heads: frozenset[str]
    articles: frozenset[str]
    adverb_endings: tuple[str, ...]
    gerund_leads: frozenset[str]
    future_prefixes: tuple[str, ...]
    not_future: tuple[str, ...]
    verb_final: bool

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
    future_pairs, past_pairs = _pairs(cues.get("future_pairs", ())), _pairs(cues.get("past_pairs", ()))
    return TenseWords(
        future=_folded(cues.get("future", ())),
        past=_folded(table.get("past_verbs", ())),
        scheduled=_folded(cues.get("scheduled", ())),
        negations=_folded(cues.get("negations", ())),
        leads=_folded(cues.get("leads", ())),
        weak_leads=_folded(cues.get("weak_leads", ())),
        weekday_leads=_folded(cues.get("weekday_leads", ())),
        lead_pairs=_pairs(cues.get("lead_pairs", ())),
        weekdays=_folded([name for names in table.get("weekdays", ()) for name in names]),
        past_owners=_folded(cues.get("past_owners", ())),
        object_leads=_folded(cues.get("object_leads", ())),
        sayings=_folded(cues.get("sayings", ())),
        lead_fillers=_folded(cues.get("lead_fillers", ())),
        copulas=_folded(cues.get("copulas", ())),
        prepositions=_folded(cues.get("prepositions", ())),
        infinitives=_folded(cues.get("infinitives", ())),
        infinitive_leads=_folded(cues.get("infinitive_leads", ())),
        infinitive_auxiliaries=_folded(cues.get("infinitive_auxiliaries", ())),
        determiners=_folded(table.get("determiners", ())),
        past_endings=tuple(cues.get("past_endings", ())),
        present_endings=tuple(cues.get("present_endings", ())),
        pluperfects=_folded(cues.get("pluperfects", ())),
        perfects=_folded(cues.get("perfects", ())),
        past_auxiliaries=_folded(cues.get("past_auxiliaries", ())),
        auxiliaries=_folded(cues.get("auxiliaries", ())),
        boundaries=_folded(cues.get("boundaries", ())),
        coordinators=_folded(cues.get("coordinators", ())),
        possessives=_folded(cues.get("possessives", ())),
        future_pairs=future_pairs,
        past_pairs=past_pairs,
        articles=_folded(table.get("determiners", ())) - _folded(cues.get("boundaries", ())),
        pair_heads=frozenset(pair[0] for pair in future_pairs | past_pairs),
        adverb_endings=tuple(cues.get("adverb_endings", ())),
        gerund_leads=_folded(cues.get("gerund_leads", ())),
        future_prefixes=tuple(cues.get("future_prefixes", ())),
        not_future=tuple(cues.get("not_future", ())),
        verb_final=bool(cues.get("verb_final")),
    )


def _pairs(phrases: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(map(fold_word, phrase.split())) for phrase in phrases)


def _folded(words: Sequence[str]) -> frozenset[str]:
    return frozenset(map(fold_word, words))
