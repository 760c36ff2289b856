"""A name taken apart: titles, particles, patronymics, initials and generations are told from the name."""

import pytest

from dateline.model.annotations import MentionType
from dateline.text.naming import analyse_name
from dateline.text.naming.sounds import sounds_of


def words(name: str) -> list[str]:
    return [word.text for word in analyse_name(name, MentionType.PERSON).words]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Crown Prince Mohammed bin Salman", ["mohammed", "salman"]),
        ("Yahya Al-e Eshaq", ["yahya", "eshaq"]),
        ("محمود احمدی‌نژاد", ["محمود", "احمدینژاد"]),
        ("عبد الرحمن السديس", ["عبدالرحمن", "السدیس"]),
        ("Rostam Reza Zadeh", ["rostam", "rezazadeh"]),
        ("Мадиа, Мария Анна", ["мария", "анна", "мадиа"]),
        ("Ludwig van Houten", ["ludwig", "houten"]),
        ("General", ["general"]),
    ],
)
def test_words_that_tell(name: str, kept: list[str]) -> None:
    assert words(name) == kept


def test_initials_and_generation() -> None:
    name = analyse_name("James M. Collins Jr.", MentionType.PERSON)
    assert [word.initial for word in name.words] == [None, "m", None]
    assert name.generation == 2


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Kiumars Golpasand", MentionType.PERSON),
        ("Third Dawn Brigade", MentionType.ORG),
        ("کتائب حزب‌الله", MentionType.ORG),
        ("Germany", MentionType.GPE),
    ],
)
def test_what_a_name_names_is_guessed(name: str, kind: MentionType) -> None:
    assert analyse_name(name).kind is kind


@pytest.mark.parametrize("spellings", [("Qassem", "قاسم", "Касем"), ("Shamkhani", "شمخانی", "Шамхани")])
def test_scripts_share_a_skeleton(spellings: tuple[str, ...]) -> None:
    assert len({sounds_of(spelling.lower()).skeleton for spelling in spellings}) == 1
