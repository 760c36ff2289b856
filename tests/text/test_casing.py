import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.casing import is_in_capitals, with_small_letters

CABLE = (
    "LIMA, 2 MAR 90 -- POLICE SAID THAT MEMBERS OF THE REVOLUTIONARY WORKERS FRONT [RWF] THREW DYNAMITE "
    "AT THE PERUVIAN EMBASSY IN LA PAZ ON THE 3D FLOOR.  THE AMBASSADOR'S GUARDS SHOT MARIO D'ONOFRIO."
)


def test_names_keep_their_capitals_and_other_words_lose_them() -> None:
    read = with_small_letters(CABLE, "en")
    assert read.startswith("Lima, 2 Mar 90 -- Police said that members of the ")
    assert "threw dynamite at the Peruvian embassy in La Paz" in read
    assert "The ambassador's guards shot Mario D'Onofrio." in read


def test_a_short_name_that_the_text_explains_stays_in_capitals() -> None:
    assert "[RWF]" in with_small_letters(CABLE, "en")


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        (
            "RED HILL WORKERS FRONT [RHWF] MEN. THE RED HILL\nWORKERS FRONT'S",
            "Red Hill Workers Front [RHWF] men. The Red Hill\nWorkers Front's",
        ),
        ("RHWF [WORKERS FRONT OF RED HILL] MEN", "RHWF [Workers Front of Red Hill] men"),
        ("MEN [WHO] TOLD ABOUT IT", "men [WHO] told about it"),
    ],
)
def test_a_name_that_a_short_one_stands_for_has_capitals(printed: str, read: str) -> None:
    assert with_small_letters(f"{CABLE} SOME OF THE {printed}", "en").endswith(f"Some of the {read}")


def test_initials_stay_in_capitals() -> None:
    assert "a U.S. citizen" in with_small_letters(f"{CABLE} FOR A U.S. CITIZEN", "en")


def test_an_ordinal_is_small_behind_its_number() -> None:
    assert "the 3d floor" in with_small_letters(CABLE, "en")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("NATO AND THE EU", "en"),  # too short: a headline, or names
        (CABLE, "de"),
        (CABLE.capitalize(), "en"),
        ("", "en"),
    ],
)
def test_other_texts_stay_as_they_are(text: str, lang: str) -> None:
    assert with_small_letters(text, lang) == text


@pytest.mark.parametrize(("text", "is_so"), [(CABLE, True), (CABLE.lower(), False), ("1990 --", False)])
def test_a_text_is_in_capitals_when_nearly_all_its_letters_are(text: str, is_so: bool) -> None:
    assert is_in_capitals(text) is is_so


@given(st.text(alphabet="AÉÇİIßǅ'’ .\n[]19-", min_size=0, max_size=40))
def test_spans_hold_in_both_texts(words: str) -> None:
    text = f"{CABLE} {words}"
    assert len(with_small_letters(text, "en")) == len(text)
