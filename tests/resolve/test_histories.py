"""Who wrote which spelling, in which language, from when to when; what a name is taken for."""

from dataclasses import replace

from dateline.knowledge import load_starter, parse_watch_list
from dateline.model.annotations import MentionType, PlacePrecision, PlaceReference
from dateline.model.ledger import Verdict
from dateline.resolve.entities import resolve_entities
from dateline.resolve.judgements import judge, naming_id, undo
from dateline.resolve.nameless import is_name
from dateline.resolve.recognition import Recognition
from tests.resolve.factory import NOW, PERSON, read

GPE, ORG = MentionType.GPE, MentionType.ORG
STARTER = Recognition(load_starter())


def test_a_spelling_has_its_outlets_languages_and_days() -> None:
    (entity,) = resolve_entities(
        [
            read("d-1", "Rostam Behzadfar left.", "Rostam Behzadfar", outlet="reuters", day="2020-03-08"),
            read("d-2", "Rostam Behzadfar is back.", "Rostam Behzadfar", outlet="ap", day="2020-03-11"),
            read("d-3", "رستم بهزادفر رفت.", "رستم بهزادفر", outlet="fars", lang="fa", day="2020-03-09"),
        ]
    )
    latin, persian = entity.uses
    assert (latin.name, latin.script, latin.documents) == ("Rostam Behzadfar", "Latn", 2)
    assert (latin.outlets, latin.first_seen, latin.last_seen) == (
        ("ap", "reuters"),
        "2020-03-08",
        "2020-03-11",
    )
    assert (persian.name, persian.script, persian.languages) == ("رستم بهزادفر", "Arab", ("fa",))


def test_the_house_language_names_an_entity() -> None:
    pairs = [
        read(f"d-{at}", f"{name}.", name, lang=lang)
        for at, (name, lang) in enumerate(
            [("رستم بهزادفر", "fa"), ("رستم بهزادفر", "fa"), ("Rostam Behzadfar", "en")]
        )
    ]
    assert [entity.name for entity in resolve_entities(pairs)] == ["Rostam Behzadfar"]
    assert [entity.name for entity in resolve_entities(pairs, language="fa")] == ["رستم بهزادفر"]


def test_what_is_known_corrects_a_type_and_joins_languages() -> None:
    pairs = [
        read("d-1", "Jordan closed it.", "Jordan"),
        read("d-2", "أغلقه الأردن.", "الأردن", lang="ar", type=GPE),
        read("d-3", "ירדן סגרה.", "ירדן", lang="he", type=GPE),
    ]
    (entity,) = resolve_entities(pairs, known=STARTER)
    assert (entity.name, entity.type, entity.known, entity.ids) == (
        "Jordan",
        GPE,
        "state:jo",
        ("wikidata:Q810",),
    )


def test_the_desks_own_word_goes_before_the_packaged_one() -> None:
    watched = parse_watch_list(b"name,type,id\nFars,GPE,fars-province\n", "watch.csv")
    (entity,) = resolve_entities(
        [read("d-1", "Fars was calm.", "Fars", type=GPE)], known=Recognition((*watched, *load_starter()))
    )
    assert entity.known == "fars-province"


def test_a_town_is_not_the_channel_of_its_name() -> None:
    (entity,) = resolve_entities(
        [read("d-1", "هدوء في الميادين.", "الميادين", lang="ar", type=GPE)], known=STARTER
    )
    assert (entity.type, entity.known) == (GPE, None)


def test_a_slip_of_type_does_not_make_another_entity() -> None:
    pairs = [read(f"d-{at}", "Shalamcheh is open.", "Shalamcheh", type=GPE) for at in range(2)]
    (entity,) = resolve_entities([*pairs, read("d-9", "Shalamcheh is shut.", "Shalamcheh")])
    assert (entity.type, len(entity.documents)) == (GPE, 3)


def test_what_names_nothing_is_no_entity() -> None:
    assert not any(map(is_name, ("council", "Gen.", "Thursdays", "اتحادیه", "های", "Governor")))
    assert all(map(is_name, ("Majlis", "Third Dawn Brigade", "M5", "کربلا", "al-Qaim")))


def test_what_a_person_splits_off_is_no_longer_what_was_known() -> None:
    known = Recognition(parse_watch_list(b"name,id\nRostam Behzadfar,q1\n", "watch.csv"))
    names = ("Rostam Behzadfar", "Rustam Behzadfar", "Rostam Behzad-Far")
    documents = [read(f"d-{at}", f"{name} left.", name) for at, name in enumerate(names)]
    documents.append(read("d-9", f"{names[0]} is back.", names[0]))
    (whole,) = resolve_entities(documents, known=known)
    assert (whole.known, len(whole.documents)) == ("q1", 4)
    one, *others = (naming_id(PERSON, name) for name in (names[1], names[0], names[2]))
    apart = [judge(one, other, Verdict.NOT_SAME, by="mina", at=NOW, why="his son") for other in others]
    split = sorted(resolve_entities(documents, apart, known=known), key=lambda entity: len(entity.documents))
    assert [(entity.name, entity.known) for entity in split] == [
        ("Rustam Behzadfar", None),
        ("Rostam Behzadfar", "q1"),
    ]
    back = [undo(each, by="mina", at=NOW, why="one man") for each in apart]
    assert resolve_entities(documents, [*apart, *back], known=known) == (whole,)


def test_one_place_of_the_gazetteer_is_one_in_any_script() -> None:
    documents = []
    for at, (name, lang) in enumerate([("Najaf", "en"), ("نجف", "fa")]):
        document, made = read(f"d-{at}", f"{name}.", name, lang=lang, type=GPE)
        place = PlaceReference("m0", 32.0, 44.33, "Najaf", "iq", 98862, PlacePrecision.CITY, 0.9)
        documents.append((document, replace(made, places=(place,))))
    (entity,) = resolve_entities(documents)
    assert (entity.name, entity.aliases) == ("Najaf", ("نجف",))
