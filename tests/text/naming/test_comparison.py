"""Two names name one thing or two, whatever the spelling and the script."""

import pytest

from dateline.model.annotations import MentionType
from dateline.text.naming import DECISION, match_names

PERSON, ORG, GPE, LOC = MentionType.PERSON, MentionType.ORG, MentionType.GPE, MentionType.LOC


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("General Esmail Qa’ani", "إسماعيل قاآني"),
        ("Ismail Ghaani", "سردار اسماعیل قاآنی"),
        ("Qassem Suleimani", "Ghasem Soleymani"),
        ("Abdel Fattah el-Sisi", "عبد الفتاح السيسي"),
        ("Abd al-Aziz al-Hakim", "Abdulaziz Hakim"),
        ("Abu Mahdi al-Muhandis", "ابومهدی المهندس"),
        ("Mahmoud Ahmadinejad", "محمود احمدی نژاد"),
        ("Alireza Heydari", "Ali Reza Heidari"),
        ("Keyoumars Gol-Pasand", "کیومرث گل‌پسند"),
        ("Hassan Nasrallah", "חסן נסראללה"),
        ("Jeremy Corbyn", "ג'רמי קורבין"),
        ("Vladimir Putin", "Путин, Владимир Владимирович"),
        ("Benjamin Netanyahu", "Bibi Netanyahu"),
        ("George W. Bush", "جورج دبليو بوش"),
        ("Tom Rice", "Том Райс"),
        ("Recep Tayyip Erdoğan", "رجب طيب أردوغان"),
        ("Mohammed bin Salman", "Mohammad ibn Salman Al Saud"),
    ],
)
def test_one_person_in_two_spellings(first: str, second: str) -> None:
    assert match_names(first, second, PERSON).score >= DECISION
    assert match_names(second, first, PERSON).score >= DECISION


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ali Khamenei", "Ali Khomeini"),
        ("خامنه‌ای", "Khomeini"),
        ("George H. W. Bush", "George W. Bush"),
        ("Donald Trump", "Donald Trump Jr."),
        ("John Smith Jr.", "John Smith Sr."),
        ("Hassan Rouhani", "Hossein Rouhani"),
        ("Mahmoud Abbas", "Mohammed Abbas"),
        ("Karim Khan", "Karam Khan"),
        ("Bashar al-Assad", "ماهر الأسد"),
        ("Mohammed bin Salman", "محمد بن زايد"),
        ("Kiumars Golpasand", "کیومرث گل‌پرور"),
        ("Nasrallah Sfeir", "Hassan Nasrallah"),
    ],
)
def test_two_people_who_are_easily_mixed_up(first: str, second: str) -> None:
    assert match_names(first, second, PERSON).score < DECISION
    assert match_names(second, first, PERSON).score < DECISION


@pytest.mark.parametrize(
    ("first", "second", "kind", "same"),
    [
        ("Hezbollah", "حزب‌الله", ORG, True),
        ("Hezbollah", "Kata'ib Hezbollah", ORG, False),
        ("IRGC", "سپاه پاسداران انقلاب اسلامی", ORG, True),
        ("Quds Force", "IRGC", ORG, False),
        ("Ministry of Foreign Affairs", "وزارت امور خارجه", ORG, True),
        ("Ministry of Defense", "Ministry of Interior", ORG, False),
        ("Iranian Ministry of Health", "Iraqi Ministry of Health", ORG, False),
        ("Third Dawn Brigade", "TDB", ORG, True),
        ("University of Basra", "جامعة البصرة", ORG, True),
        ("Saraya al-Salam", "سرايا السلام", ORG, True),
        ("Barcelona", "FC Barcelona", None, False),
        ("Houthi movement", "Abdul-Malik al-Houthi", None, False),
        ("Basra", "Basra Airport", None, False),
        ("Deir Ezzor", "دير الزور", GPE, True),
        ("Nubul", "نبل", GPE, True),
        ("Jabal Azzan", "جبل عزان", LOC, True),
        ("U.S.", "ایالات متحده", GPE, True),
        ("South Korea", "North Korea", GPE, False),
        ("Niger", "Nigeria", GPE, False),
        ("Popular Front for the Liberation of Palestine", "الجبهة الشعبية لتحرير فلسطين", ORG, True),
        ("Popular Front for the Homeland", "Democratic Front for the Homeland", ORG, False),
    ],
)
def test_organisations_and_places(first: str, second: str, kind: MentionType | None, same: bool) -> None:
    assert (match_names(first, second, kind).score >= DECISION) is same


def test_the_explanation_names_what_was_equal_and_what_was_left_out() -> None:
    explanation = match_names("General Esmail Qa'ani", "اسماعیل قاآنی", PERSON).explanation
    assert "k-n skeleton equal: qaani ~ قاانی" in explanation
    assert "ignored: general" in explanation


def test_a_name_without_words_matches_nothing() -> None:
    assert match_names("—", "Ali", PERSON).score == 0.0
