"""What the words around a time expression tell of it: that a money sum is near, that "in" leads it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from dateline.extract.times.scene.tense import Tense, TenseReader
from dateline.languages import language_table
from dateline.text.timewords import time_language
from dateline.text.tokens import Tokens, fold_word

FIGURE_REACH = 10  # words in front of "a year ago" among which a sum of money shows that it is a quarter's
LIFE_REACH = 2  # words behind a decade among which "life" shows that it is an age
OF = "of"
RANK_REACH = 8  # words in front of "in a week" among which "the second time" shows that it is a length


@dataclass(frozen=True, slots=True)
class TellingWords:
    """Words of one language that tell something of an expression beside them.

    `stops` are words that name nothing which could be counted; `hour_endings` are those of ordinals that
    tell hours; the others are described where `Surroundings` asks for them.
    """

    figures: frozenset[str]
    ranks: frozenset[str]
    owners: frozenset[str]
    year_leads: frozenset[str]
    far_leads: frozenset[str]
    behind_leads: frozenset[str]
    length_leads: frozenset[str]
    hour_leads: frozenset[str]
    day_leads: frozenset[str]
    part_leads: frozenset[str]
    ahead_leads: frozenset[str]
    within_leads: frozenset[str]
    period_leads: frozenset[str]
    present_units: frozenset[str]
    named_days: Mapping[str, str]
    stretches: frozenset[str]
    stretch_leads: frozenset[str]
    namers: frozenset[str]
    determiners: frozenset[str]
    stops: frozenset[str]
    part_adverbs: frozenset[str]
    part_verbs: frozenset[str]
    lives: frozenset[str]
    hour_endings: tuple[str, ...]


@cache
def telling_words(lang: str) -> TellingWords:
    """Return the words of a language that tell something of an expression beside them."""
    code = time_language(lang)

    def listed(subject: str, table: str = "times") -> frozenset[str]:
        return frozenset(map(fold_word, language_table(code, table).get(subject, ())))

    return TellingWords(
        figures=listed("figures"),
        ranks=listed("ranks"),
        owners=listed("owners"),
        year_leads=listed("year_leads"),
        far_leads=listed("far_leads"),
        behind_leads=listed("behind_leads"),
        length_leads=listed("length_leads"),
        hour_leads=listed("hour_leads"),
        day_leads=listed("day_leads"),
        part_leads=listed("part_leads"),
        ahead_leads=listed("ahead_leads"),
        within_leads=listed("within_leads"),
        period_leads=listed("period_leads"),
        present_units=listed("present_units"),
        named_days=language_table(code, "times").get("named_days", {}),
        stretches=listed("stretches"),
        stretch_leads=listed("stretch_leads"),
        namers=listed("namers"),
        determiners=listed("determiners"),
        stops=listed("stops", "quantities"),
        part_adverbs=listed("part_adverbs"),
        part_verbs=listed("part_verbs"),
        lives=listed("lives"),
        hour_endings=tuple(listed("hour_endings")),
    )


class Surroundings(NamedTuple):
    """The words around tokens `place` to `behind` (not included) of a text.

    `led` is the place of what the word in front leads: "about" may stand between it and `place`.
    """

    tokens: Tokens
    tenses: TenseReader
    words: TellingWords
    place: int
    behind: int
    led: int

    @property
    def tense(self) -> Tense:
        """Whether the sentence looks ahead or back here."""
        return self.tenses.at(self.place)

    @property
    def lead(self) -> str:
        """The word in front."""
        return self.tokens.words[self.led - 1] if self.led else ""

    @property
    def figures(self) -> bool:
        """Whether a sum of money stands in front."""
        return self._in_front(self.words.figures, FIGURE_REACH)

    @property
    def ranked(self) -> bool:
        """Whether something is ranked in front: "the second time"."""
        return self._in_front(self.words.ranks, RANK_REACH)

    @property
    def owned(self) -> bool:
        """Whether the word in front ("her") makes "mid-fifties" an age."""
        return self.lead in self.words.owners

    @property
    def of_life(self) -> bool:
        """Whether what follows ("من عمره") makes "الأربعينات" an age."""
        return not self.words.lives.isdisjoint(self.tokens.words[self.behind : self.behind + LIFE_REACH])

    @property
    def names_part(self) -> bool:
        """Whether a part of the day has the form of an adverb: "ليلا"."""
        return self.tokens.words[self.place] in self.words.part_adverbs

    @property
    def names_verb(self) -> bool:
        """Whether a part of the day is a verb too where no day follows: "ظهر"."""
        return self.tokens.words[self.place] in self.words.part_verbs

    @property
    def in_year(self) -> bool:
        """Whether the word in front ("in", "since") makes any four digits a year."""
        return self.lead in self.words.year_leads

    @property
    def leads_far(self) -> bool:
        """Whether the word in front ("by", "until") may lead to a year that is far ahead."""
        return self.lead in self.words.far_leads

    @property
    def leads_on(self) -> bool:
        """Whether the last word ("following") leads to what stands behind it, as a preposition does."""
        following = self.tokens.words[self.behind] if self.behind < len(self.tokens) else ""
        return following.isalpha() and self.tokens.words[self.behind - 1] in self.words.behind_leads

    @property
    def leads_length(self) -> bool:
        """Whether the word in front ("for") makes what follows a length."""
        return self.lead in self.words.length_leads

    @property
    def leads_hour(self) -> bool:
        """Whether the word in front ("at") makes a small number an hour."""
        return self.lead in self.words.hour_leads

    @property
    def leads_day(self) -> bool:
        """Whether the word in front ("في") makes a larger number a day of the month."""
        return self.lead in self.words.day_leads

    @property
    def begins_day(self) -> bool:
        """Whether the first word ("يوم") makes the number behind it a day of the month."""
        return self.tokens.words[self.place] in self.words.day_leads

    @property
    def leads_part(self) -> bool:
        """Whether the word in front ("في") belongs to a part of the day: "في المساء"."""
        return self.lead in self.words.part_leads

    @property
    def leads_ahead(self) -> bool:
        """Whether the word in front ("in") makes a length a day to come."""
        return self.lead in self.words.ahead_leads

    @property
    def leads_period(self) -> bool:
        """Whether the word in front ("in", "for") makes "the month" the present one."""
        return self.lead in self.words.period_leads

    @property
    def leads_stretch(self) -> bool:
        """Whether the word in front ("over") makes "the last month" a length up to now."""
        return not self.words.stretch_leads.isdisjoint(
            (self.lead, *self.tokens.words[self.place - 1 : self.place])
        )

    @property
    def of(self) -> bool:
        """Whether "of" follows."""
        return self.tokens.words[self.behind : self.behind + 1] == [OF]

    @property
    def names_present(self) -> bool:
        """Whether the first word ("השנה") is a unit with the article that makes it the present one."""
        return self.tokens.words[self.place] in self.words.present_units

    @property
    def within(self) -> bool:
        """Whether the word in front ("within") bounds a length."""
        return self.lead in self.words.within_leads

    @property
    def names_place(self) -> bool:
        """Whether the word in front ("street") makes a date a name."""
        return self.lead in self.words.namers

    @property
    def names_hour(self) -> bool:
        """Whether an ordinal has the form that hours have: "الثامنة"."""
        return self.tokens.words[self.place].endswith(self.words.hour_endings)

    @property
    def closes(self) -> bool:
        """Whether a mark or a preposition follows: no clause whose time "the day before" could tell."""
        word = self.tokens.words[self.behind] if self.behind < len(self.tokens) else ""
        return not word.isalpha() or word in self.words.period_leads

    @property
    def ends(self) -> bool:
        """Whether no word follows that could name what is counted."""
        word = self.tokens.words[self.behind] if self.behind < len(self.tokens) else ""
        return not word.isalpha() or word in self.words.stops

    def _in_front(self, words: frozenset[str], reach: int) -> bool:
        return not words.isdisjoint(self.tokens.words[max(0, self.place - reach) : self.place])
