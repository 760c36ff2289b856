from itertools import pairwise

import pytest

from dateline.model.annotations import MentionType
from tests.extract.factory import annotate


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("President Karim Saleh met them.", "Karim Saleh", MentionType.PERSON),
        ("He joined the Ministry of Foreign Affairs.", "Ministry of Foreign Affairs", MentionType.ORG),
        ("They crossed into Iraq at dawn.", "Iraq", MentionType.GPE),
        ("Two Iranian trucks burned.", "Iranian", MentionType.NORP),
        ("They shelled the al-Waha base again.", "al-Waha", MentionType.FAC),
        ("It crossed the Red Sea.", "Red Sea", MentionType.LOC),
        ("سردار کریم صالحی به بغداد رفت.", "کریم صالحی", MentionType.PERSON),
        ("وصل الرئيس سامي خوري أمس.", "سامي خوري", MentionType.PERSON),
        ("التقى وزير الخارجية المصري رامي حداد وفدا.", "رامي حداد", MentionType.PERSON),
        ("أعلن الناطق باسم الجيش اللبناني مازن قاسمي النتائج.", "مازن قاسمي", MentionType.PERSON),
        ("ناقش الملك فهد بن عبد العزيز تلقى الأمر.", "فهد بن عبد العزيز", MentionType.PERSON),
        ("شكر بشار الأسد المجتمع الدولي.", "بشار الأسد", MentionType.PERSON),
        ("محمدجواد کریمی وزیر امور خارجه آمد.", "محمدجواد کریمی", MentionType.PERSON),
        ("در دیدار با بهروز صالحی رئیس اتاق گفت.", "بهروز صالحی", MentionType.PERSON),
    ],
)
def test_types(text: str, name: str, kind: MentionType) -> None:
    entities = {entity.name: entity.type for entity in annotate(text).entities}
    assert entities.get(name) is kind


@pytest.mark.parametrize(
    "text",
    [
        "رئیس‌جمهور صبح امروز به سمنان رفت.",
        "استاندار همدان از بازداشت آنان خبر داد.",
        "نماینده ویژه دبیرکل هشدار داد.",
        "رهبر معظم انقلاب پیام داد.",
        "طالبوا بحل عادل وشامل للقضية.",
    ],
)
def test_no_person(text: str) -> None:
    assert MentionType.PERSON not in {entity.type for entity in annotate(text).entities}


def test_an_entity_gathers_full_name_short_name_and_acronym() -> None:
    text = "The Border Guards Corps (BGC) hired Karim Saleh. Saleh left the BGC in May."
    names = {entity.name: entity.aliases for entity in annotate(text).entities}
    assert names == {"Border Guards Corps": ("BGC",), "Karim Saleh": ("Saleh",)}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Karim Saleh, the Secretary of the Border Council, left.", "Secretary of the Border Council"),
        ("The Secretary of the Border Council, Karim Saleh, left.", "Secretary of the Border Council"),
        ("President Karim Saleh left.", "President"),
    ],
)
def test_roles(text: str, role: str) -> None:
    assert role in [mention.role for mention in annotate(text).mentions]


def test_mentions_lie_in_order_and_never_overlap() -> None:
    text = "Iraqi Prime Minister Adel Karim and Iran’s Supreme Border Council met Lina al-Zain in Deir Ezzor."
    mentions = annotate(text).mentions
    assert all(left.end <= right.start for left, right in pairwise(mentions))
    assert [text[m.start : m.end] for m in mentions] == [
        "Iraqi",
        "Adel Karim",
        "Iran",
        "Supreme Border Council",
        "Lina al-Zain",
        "Deir Ezzor",
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("رحب الرئيس سامي خوري بالقرار أمس.", {"سامي خوري"}),
        ("او پل را بازدید کرد و به خانه رفت.", set()),
    ],
)
def test_words_around_a_name_are_no_part_of_it(text: str, names: set[str]) -> None:
    assert {entity.name for entity in annotate(text).entities} == names
