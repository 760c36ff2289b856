"""A surname alone is the person in play: in the document, then in the story, then at the desk."""

import pytest

from dateline.model.ledger import Entity, Story, Verdict
from dateline.resolve.entities import resolve_entities
from dateline.resolve.judgements import judge, naming_id
from tests.resolve.factory import NOW, PERSON, read

ROSTAM = read("d-1", "Rostam Behzadfar left for Basra.", "Rostam Behzadfar")
MINA = read("d-2", "Mina Behzadfar, a surgeon, won a prize.", "Mina Behzadfar")


def owner(entities: tuple[Entity, ...], document: str, of: str) -> str:
    """Return the name of the one entity with that spelling in that document."""
    (found,) = [
        entity.name
        for entity in entities
        if document in entity.documents and of in (entity.name, *entity.aliases)
    ]
    return found


def test_in_the_document_the_one_who_is_named_there_is_meant() -> None:
    both = (
        read("d-3", "Mina Behzadfar spoke first. Behzadfar then left.", "Mina Behzadfar", "Behzadfar"),
        read("d-4", "Rostam Behzadfar came late. Behzadfar left early.", "Rostam Behzadfar", "Behzadfar"),
    )
    entities = resolve_entities((ROSTAM, MINA, *both))
    assert len(entities) == 2
    assert owner(entities, "d-3", "Behzadfar") == "Mina Behzadfar"
    assert owner(entities, "d-4", "Behzadfar") == "Rostam Behzadfar"


def test_in_the_story_the_one_who_is_named_there_is_meant() -> None:
    lone = read("d-3", "Behzadfar told reporters that he would stay.", "Behzadfar")
    apart = resolve_entities((ROSTAM, MINA, lone))
    assert len(apart) == 3  # two bear it, and nothing says whom is meant
    told = resolve_entities((ROSTAM, MINA, lone), stories=[Story("s-1", ("d-1", "d-3"))])
    assert len(told) == 2
    assert owner(told, "d-3", "Behzadfar") == "Rostam Behzadfar"


def test_the_document_goes_before_the_story() -> None:
    lone = read("d-3", "Mina Behzadfar was there. Behzadfar spoke.", "Mina Behzadfar", "Behzadfar")
    story = Story("s-1", ("d-1", "d-3"))
    entities = resolve_entities((ROSTAM, MINA, lone), stories=[story])
    assert owner(entities, "d-3", "Behzadfar") == "Mina Behzadfar"


def test_at_the_desk_the_only_bearer_is_meant_in_any_alphabet() -> None:
    lone = read("d-3", "بهزادفر وارد بصره شد.", "بهزادفر", lang="fa")
    entities = resolve_entities((ROSTAM, lone))
    assert owner(entities, "d-3", "بهزادفر") == "Rostam Behzadfar"


def test_two_of_one_surname_in_one_document_stay_apart() -> None:
    document = read(
        "d-3",
        "Rostam Behzadfar met his sister Mina Behzadfar. Behzadfar smiled.",
        "Rostam Behzadfar",
        "Mina Behzadfar",
        "Behzadfar",
    )
    assert len(resolve_entities((ROSTAM, MINA, document))) == 3


@pytest.mark.parametrize("verdict", [Verdict.NOT_SAME, Verdict.UNSURE])
def test_what_a_person_judged_of_a_surname_stands(verdict: Verdict) -> None:
    lone = read("d-3", "Behzadfar told reporters.", "Behzadfar")
    ids = naming_id(PERSON, "Behzadfar"), naming_id(PERSON, "Rostam Behzadfar")
    apart = judge(*ids, verdict, by="mina", at=NOW, why="another man")
    assert len(resolve_entities((ROSTAM, lone))) == 1
    assert len(resolve_entities((ROSTAM, lone), [apart])) == 2


def test_two_entities_with_one_surname_in_their_names_have_ids_of_their_own() -> None:
    documents = (
        read("d-3", "Mina Behzadfar spoke. Behzadfar left.", "Mina Behzadfar", "Behzadfar"),
        read("d-4", "Rostam Behzadfar spoke. Behzadfar left.", "Rostam Behzadfar", "Behzadfar"),
    )
    assert len({entity.id for entity in resolve_entities(documents)}) == 2
