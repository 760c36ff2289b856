import pytest

from dateline.inference.agreement import agree
from dateline.inference.reading import RawMention
from dateline.model.annotations import MentionType
from dateline.model.spans import Span

TYPES = (MentionType.PERSON, MentionType.ORG)


def _mention(text: str, name: str, nth: int, kinds: tuple[float, float]) -> RawMention:
    start = -1
    for _ in range(nth):
        start = text.index(name, start + 1)
    likeliest = TYPES[0] if kinds[0] > kinds[1] else TYPES[1]
    return RawMention(Span(start, start + len(name)), likeliest, max(kinds), kinds)


def test_the_occurrences_of_a_name_decide_on_one_type() -> None:
    text = "Bernama said so. Bernama added more. Bernama."
    found = [
        _mention(text, "Bernama", 1, (0.6, 0.4)),
        _mention(text, "Bernama", 2, (0.1, 0.9)),
        _mention(text, "Bernama", 3, (0.55, 0.45)),
    ]
    assert {mention.type for mention in agree(text, found, TYPES)} == {MentionType.ORG}


def test_a_missed_occurrence_of_a_name_found_twice_is_added() -> None:
    text = "Haddad left. Haddad came. HaddadCorp rose. Haddad slept."
    found = [_mention(text, "Haddad", 1, (0.9, 0.1)), _mention(text, "Haddad", 2, (0.9, 0.1))]
    starts = [mention.span.start for mention in agree(text, found, TYPES)]
    assert starts == [0, 13, text.rindex("Haddad")]


def test_a_name_that_is_mostly_a_word_is_not_spread() -> None:
    text = "May said May would wait until May, or May, or May, or May."
    found = [_mention(text, "May", 1, (0.9, 0.1)), _mention(text, "May", 2, (0.9, 0.1))]
    assert len(agree(text, found, TYPES)) == 2


def test_a_name_found_only_inside_longer_words_is_kept_as_it_is() -> None:
    text = "HaddadCorp rose. HaddadCorp fell."
    found = [_mention(text, "Haddad", 1, (0.9, 0.1)), _mention(text, "Haddad", 2, (0.9, 0.1))]
    assert len(agree(text, found, TYPES)) == 2


def test_nothing_comes_of_nothing() -> None:
    assert agree("", [], TYPES) == []


def test_a_word_that_only_opens_sentences_is_no_name() -> None:
    text = "Rockets fell at noon. The rockets came from afar. Haddad saw them. Few knew Haddad."
    found = [_mention(text, "Rockets", 1, (0.4, 0.6)), _mention(text, "Haddad", 1, (0.9, 0.1))]
    assert [mention.span.of(text) for mention in agree(text, found, TYPES)] == ["Haddad"]
    text = "Dawn broke. They saw Dawn at dawn."
    assert agree(text, [_mention(text, "Dawn", 1, (0.9, 0.1))], TYPES)


@pytest.mark.parametrize(
    ("whole", "short", "of_whole"),
    [
        ("Bank of Ghana", "BoG", (0.1, 0.9)),
        ("Bank of Ghana", "BG", (0.1, 0.9)),
        ("Central Bank of Ghana", "CBG", (0.1, 0.9)),
        ("Prawit Halabi", "Halabi", (0.9, 0.1)),
        ("PRAWIT HALABI", "HALABI", (0.9, 0.1)),
        ("Prawit al-Halabi", "al-Halabi", (0.9, 0.1)),
    ],
)
def test_a_short_form_is_of_the_type_of_the_whole_name(
    whole: str, short: str, of_whole: tuple[float, float]
) -> None:
    text = f"{whole} was there. Then {short} left."
    against = (of_whole[1], of_whole[0])
    start = text.rindex(short)
    likeliest = TYPES[against.index(max(against))]
    again = RawMention(Span(start, start + len(short)), likeliest, max(against), against)
    found = [_mention(text, whole, 1, of_whole), again]
    assert len({mention.type for mention in agree(text, found, TYPES)}) == 1


@pytest.mark.parametrize("other", ["Gabon", "Prawit", "bog"])
def test_what_only_looks_like_a_short_form_keeps_its_type(other: str) -> None:
    text = f"Bank of Ghana met Prawit Halabi. Then came {other} too."
    whole = [_mention(text, "Bank of Ghana", 1, (0.1, 0.9)), _mention(text, "Prawit Halabi", 1, (0.9, 0.1))]
    start = text.rindex(other)
    kinds = (0.4, 0.6) if other == "Prawit" else (0.6, 0.4)
    likeliest = TYPES[kinds.index(max(kinds))]
    alone = RawMention(Span(start, start + len(other)), likeliest, 0.6, kinds)
    (found,) = (mention for mention in agree(text, [*whole, alone], TYPES) if mention.span == alone.span)
    assert found.type is likeliest
