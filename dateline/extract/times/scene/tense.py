"""Whether a sentence speaks of what is to come or of what was, at the place of a time expression."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from dateline.extract.times.scene.tense_words import Tense, TenseWords, tense_words
from dateline.model.spans import Span
from dateline.text.tokens import Tokens

__all__ = ["Tense", "TenseReader", "TenseWords", "tense_words"]

CUE_REACH = 20  # words looked at on each side of an expression for one that tells the tense
POSSESSIVE_REACH = 6  # "Sunday's vote will decide": further away the verb is not of what is owned
LONGEST_LEAD = 5  # words: "until at very least"
LEAD_REACH = 2  # "ahead of Sunday's vote"
OBJECT_REACH = 3  # words between "ordered" and the "to" behind it: "ordered the army to leave"
PLUPERFECT_REACH = 2  # words between "had" and the word that looks ahead
CLAUSE_MARKS = (",", ";")
COMMA, APOSTROPHES = ",", ("'", "’")


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
        """Return the tense that the nearest telling word of the clause gives to token `here`.

        Where the clause tells nothing, the nearest telling word of the sentence does.
        """
        if here not in self._known:
            self._known[here] = self._tense_at(here)
        return self._known[here]

    def _tense_at(self, here: int) -> Tense:
        first, last = self._bounds(here)
        lead = self._lead(here, first)
        if lead >= 0:
            return Tense.PAST if self._is_told_back(here, lead, first, last) else Tense.FUTURE
        if self._owns(here) and self._tokens.words[here - 1] in self._words.past_owners:
            return Tense.PAST
        told = (self._nearest_tense(here, *stretch) for stretch in self._stretches(here, first, last))
        led_on = here > first and self._tokens.words[here - 1] in self._words.weak_leads
        otherwise = Tense.FUTURE if led_on else Tense.UNTOLD
        return next((tense for tense in told if tense is not Tense.UNTOLD), otherwise)

    def _lead(self, here: int, first: int) -> int:
        """Return the place of what looks ahead in front of a token ("by", "is on"), or -1."""
        words, place = self._tokens.words, here - 1
        while place > max(first, here - LONGEST_LEAD) and words[place] in self._words.lead_fillers:
            place -= 1
        if place < first:
            return -1
        planned = words[here] in self._words.weekdays and not self._owns(here)
        led = words[place] in self._words.leads or (planned and words[place] in self._words.weekday_leads)
        moved = tuple(words[max(0, place - 1) : place + 1]) in self._words.lead_pairs
        said = place == here - 1 and self._is_said_to_be(here, first)
        return place if led or moved or said else -1

    def _is_told_back(self, here: int, lead: int, first: int, last: int) -> bool:
        """Say whether a limit lies behind: "they had filed by Friday", "it did not begin until Tuesday"."""
        words = self._tokens.words
        negated = lead > first and words[lead - 1] in self._words.negations  # "it was not until Tuesday that"
        if negated or not self._words.pluperfects.isdisjoint(words[first:here]):
            return True
        if lead == first:  # "by Friday, the fires were out"
            return self._tells_back(here, last)
        if words[lead] in self._words.weekday_leads and words[here] in self._words.weekdays:
            ahead = range(here + 1, last)
            ends = (place for place in ahead if words[place] in CLAUSE_MARKS or self._parts(place, here))
            return self._tells_back(here, next(ends, last))  # "a rally for Friday was put off"
        return self._did_not(here, lead, first)

    def _did_not(self, here: int, lead: int, first: int) -> bool:
        """Say whether "did" stands in front of what leads, in its clause."""
        words = self._tokens.words
        for place in range(lead - 1, first - 1, -1):
            if words[place] in self._words.past_auxiliaries:
                return True
            ends = words[place] == COMMA or words[place] in self._words.coordinators
            if ends or self._told_by(place, here) is Tense.FUTURE:
                return False
        return False

    def _tells_back(self, here: int, last: int) -> bool:
        """Say whether what follows is told of the past: "by Friday, the fires were out", not "he said"."""
        for place in range(here + 1, last):
            told = self._told_by(place, here)
            if told is Tense.FUTURE:
                return False
            if told is Tense.PAST and self._tokens.words[place] not in self._words.sayings:
                return True
        return False

    def _is_said_to_be(self, here: int, first: int) -> bool:
        """Say whether "is" stands right in front of a token, or in front of its preposition."""
        words, copulas = self._tokens.words, self._words.copulas
        led = here - 1 >= first and words[here - 1] in copulas
        return led or (
            here - 2 >= first and words[here - 2] in copulas and words[here - 1] in self._words.prepositions
        )

    def _stretches(self, here: int, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Yield the tokens among which one may tell the tense of `here`, those that tell it best first."""
        if self._owns(here):
            yield max(first, here - LEAD_REACH), min(last, here + POSSESSIVE_REACH)
            return
        if self._words.verb_final:
            yield here, last
        words = self._tokens.words
        behind = (place + 1 for place in range(here - 1, first - 1, -1) if self._parts(place, here))
        ahead = (place for place in range(here + 1, last) if self._parts(place, here))
        begin, end = next(behind, first), next(ahead, last)
        yield begin, next((place for place in range(here + 1, end) if words[place] == COMMA), end)
        yield begin, end
        yield first, last

    def _nearest_tense(self, here: int, first: int, last: int) -> Tense:
        """Return what the nearest telling word of some tokens says."""
        for away in range(1, max(here - first, last - here) + 1):
            for place in (here - away, here + away):
                tense = self._told_by(place, here) if first <= place < last else Tense.UNTOLD
                if tense is not Tense.UNTOLD:
                    return tense
        return Tense.UNTOLD

    def _parts(self, place: int, here: int) -> bool:
        """Say whether the word at a token begins another clause than that of `here`."""
        words = self._tokens.words
        if words[place] in self._words.boundaries:
            return True
        joins = words[place] in self._words.coordinators and here < place < len(words) - 1
        return joins and self._told_by(place + 1, here) is not Tense.UNTOLD

    def _owns(self, here: int) -> bool:
        """Say whether a thing is said to be of the day at a token: "Sunday's vote"."""
        words = self._tokens.words
        marked = here + 2 < len(words) and words[here + 1] in APOSTROPHES
        return marked and words[here + 2] in self._words.possessives

    def _told_by(self, place: int, here: int) -> Tense:
        """Return what the word at a token tells of the time at `here`."""
        words = self._tokens.words
        if words[place] in self._words.infinitives:
            return self._told_by_infinitive(place, here)
        if words[place] in self._words.pair_heads:
            pair = tuple(words[place : place + 2])
            if pair in self._words.future_pairs or pair in self._words.past_pairs:
                return Tense.FUTURE if pair in self._words.future_pairs else Tense.PAST
        if self._text[self._tokens.starts[place]].isupper():
            return Tense.UNTOLD
        told = self._told_by_verb(place)
        return Tense.UNTOLD if told is Tense.PAST and self._describes(place) else told

    def _told_by_infinitive(self, place: int, here: int) -> Tense:
        """Return what "decided to meet" tells; "flew to Doha", "went to court" and "began to meet" do not.

        "Had been due to meet" is past.
        """
        words = self._tokens.words
        led = place > 0 and words[place - 1] in self._words.infinitive_leads
        led = led or not self._words.object_leads.isdisjoint(words[max(0, place - OBJECT_REACH) : place])
        if not led or here - place <= 1:
            return Tense.UNTOLD
        following = self._tokens.words[place + 1]
        if not self._text[self._tokens.starts[place + 1]].islower() or following in self._words.determiners:
            return Tense.UNTOLD
        return Tense.PAST if self._had_been(place) else Tense.FUTURE

    def _told_by_verb(self, place: int) -> Tense:
        """Return what a verb tells by its form and by what is in front of it."""
        words, start = self._tokens.words, self._tokens.starts[place]
        if words[place] in self._words.scheduled:
            led = place > 0 and words[place - 1] in self._words.infinitives | self._words.negations
            return Tense.UNTOLD if led else Tense.FUTURE
        owns = words[place] in self._words.perfects and place + 1 < len(words)
        if owns and words[place + 1] in self._words.determiners:  # "they have a chance on Sunday"
            return Tense.UNTOLD
        tense = self._words.tense_of(words[place], self._text[start : self._tokens.ends[place]])
        if tense is Tense.FUTURE:
            return self._told_ahead(place)
        if (
            tense is Tense.UNTOLD or place == 0 or words[place - 1] in self._words.infinitives
        ):  # "set a meeting for June": nobody did so yet
            return Tense.UNTOLD
        if words[place - 1] in self._words.auxiliaries:  # "they will have a meeting"
            return Tense.FUTURE
        return Tense.UNTOLD if words[place - 1] in self._words.infinitive_auxiliaries else tense

    def _told_ahead(self, place: int) -> Tense:
        """Return what a word tells that looks ahead: "it had been due on Friday" is past.

        Behind a preposition it tells nothing: "arrested on Monday on suspicion of planning a raid".
        """
        words = self._tokens.words
        if place and words[place - 1] in self._words.gerund_leads:
            return Tense.UNTOLD
        led_back = words[max(0, place - PLUPERFECT_REACH) : place]
        return Tense.FUTURE if self._words.pluperfects.isdisjoint(led_back) else Tense.PAST

    def _describes(self, place: int) -> bool:
        """Say whether a word stands between a determiner and what it describes: "a newly painted hall"."""
        words = self._tokens.words
        led = place - (1 if place and words[place - 1].endswith(self._words.adverb_endings) else 0)
        return led > 0 and words[led - 1] in self._words.articles

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
