import pytest

from dateline.write.fonts import covered, font_folder, printable_words


@pytest.mark.parametrize(
    "letters", ["Aéğш…«»–“”", "پچژگکی۱۲۳،؟", "ءأةى١٢٣", "אבגםןץ״", "\u200c\u200f\u2067\u2069"]
)
def test_letters_of_the_scripts_are_covered(letters: str) -> None:
    assert printable_words(letters) == letters


@pytest.mark.parametrize("letters", ["漢", "😀", "▼"])
def test_other_characters_are_replaced(letters: str) -> None:
    assert printable_words(f"a{letters}b") == "a\ufffdb"


def test_the_replacement_itself_is_covered() -> None:
    assert 0xFFFD in covered()


def test_fonts_are_small_and_carry_their_licence() -> None:
    assert sum(file.stat().st_size for file in font_folder().glob("*.ttf")) < 2_500_000
    assert "SIL OPEN FONT LICENSE Version 1.1" in (font_folder() / "OFL.txt").read_text(encoding="utf-8")
