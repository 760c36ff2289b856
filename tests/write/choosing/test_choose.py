"""The best sentences that stand alone: one may lean on another only where that is printed before it."""

from dateline.write.choosing.candidates import Candidate
from dateline.write.choosing.choose import choose_sentences
from dateline.write.compare.folding import folded_words
from tests.write.factory import claim, document

TOUR = "The envoy Salwa Nazari toured the port of Tawil in the last week of April."
MESSAGE = "A member of the port committee, Omid Fallah, said the tour was a message to everyone."
OFFICE = "The office wishes to make clear that no berth of the harbour is closed."
REPORTS = "Reports that lorries were turned back at Tawil by the Harbour Press Office are not correct."
SNOW = "Snow is forecast."


def _candidates(*told: tuple[str, float]) -> list[Candidate]:
    """Give sentences of one article, in its order, with their values for print."""
    found = document(" ".join(words for words, _ in told), outlet="tigris", day="2021-05-06")
    made = []
    for words, score in told:
        one = claim(found, words)
        made.append(Candidate(one, found, one.sentence, words, score, False, frozenset(folded_words(words))))
    return sorted(made, key=lambda each: -each.score)


def test_what_leans_on_a_later_choice_is_chosen_behind_it() -> None:
    chosen = choose_sentences(_candidates((TOUR, 4.0), (MESSAGE, 9.0)), 3, "en")
    assert [each.text for each in chosen] == [TOUR, MESSAGE]


def test_nothing_leans_on_what_is_printed_behind_it() -> None:
    assert [each.text for each in choose_sentences(_candidates((MESSAGE, 9.0), (TOUR, 4.0)), 3, "en")] == [
        TOUR
    ]
    chosen = choose_sentences(_candidates((OFFICE, 5.0), (REPORTS, 6.0)), 3, "en")
    assert [each.text for each in chosen] == [REPORTS]


def test_a_few_words_are_no_further_sentence() -> None:
    assert [each.text for each in choose_sentences(_candidates((TOUR, 9.0), (SNOW, 6.0)), 3, "en")] == [TOUR]
    assert [each.text for each in choose_sentences(_candidates((SNOW, 6.0)), 3, "en")] == [SNOW]


def test_no_more_are_chosen_than_wanted() -> None:
    assert len(choose_sentences(_candidates((TOUR, 4.0), (MESSAGE, 9.0), (REPORTS, 6.0)), 2, "en")) == 2
