"""Whom "he" and "she" mean, and what is done to people and not said of them."""

import pytest

from tests.extract.factory import annotate, content


def speakers(text: str) -> list[str | None]:
    """Return who says each claim that somebody says."""
    return [claim.chain[0].name for claim in annotate(text).claims if claim.cue]


def test_she_is_none_of_whom_he_was_used() -> None:
    text = (
        "Omar Salim told the station that the boat had left. He said that it was full. "
        "The minister, Layla Haddad, is due in Tunis on Friday, two officials said. "
        "On Monday she told parliament that arrivals had fallen."
    )
    assert speakers(text)[-1] == "Layla Haddad"


def test_a_pronoun_passes_over_one_whose_office_tells_another_gender() -> None:
    text = (
        "Layla Haddad said that the road was shut. The chairman of the council, Omar Salim, said that it "
        "was open. She added that nobody had been told."
    )
    assert speakers(text) == ["Layla Haddad", "Omar Salim", "Layla Haddad"]


def test_whom_an_unnamed_source_tells_of_is_in_play() -> None:
    text = "Police said that Omar Salim had been arrested. He said he was innocent."
    assert speakers(text) == ["Police", "Omar Salim"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two aides told the station, on condition of anonymity, that he had left.", "he had left"),
        ("Layla Haddad said, in a letter to both houses, that the port would close.", "the port would close"),
    ],
)
def test_an_aside_before_that_is_no_part_of_what_is_said(text: str, told: str) -> None:
    claim = next(claim for claim in annotate(text).claims if claim.cue)
    assert content(claim, text) == told


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("أكد وزير الخارجية الأردني، أيمن الصفدي، الأحد، أن بلاده لن تقبل ذلك.", "أيمن الصفدي"),
        ("وقالت شرطة البصرة إنها اعتقلت أربعة مهربين.", "شرطة البصرة"),
        ("ونفى فصيل «الفجر الثالث» مسؤوليته عن الهجوم.", "فصيل الفجر الثالث"),
        ("قالت مصر إن المعبر مغلق.", "مصر"),
    ],
)
def test_who_speaks_in_arabic_is_named_whole(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def test_a_rank_before_a_family_tells_a_person_whose_name_is_a_word_too() -> None:
    text = "وقال المتحدث باسم القيادة، اللواء تحسين الجبوري، إن التحقيقات جارية."
    assert speakers(text) == ["تحسين الجبوري"]


@pytest.mark.parametrize(
    ("text", "speaker", "told"),
    [
        ("خبرگزاری «کهربا» گزارش داد دو طرف گفت‌وگو کردند.", "خبرگزاری کهربا", "دو طرف گفت‌وگو کردند"),
        ("The newspaper “Dawn” reported the road was cut.", "Dawn", "the road was cut"),
    ],
)
def test_a_name_between_marks_is_no_quotation(text: str, speaker: str, told: str) -> None:
    (claim,) = [claim for claim in annotate(text).claims if claim.cue]
    assert speaker in (claim.chain[0].name or "").replace("«", "").replace("»", "")
    assert content(claim, text) == told
