import pytest

from dateline.extract.events.incidents.same_names import same_entities
from dateline.model.annotations import Mention, MentionType

PERSON, ORG = MentionType.PERSON, MentionType.ORG


def _mentions(text: str, *names: tuple[str, MentionType, str]) -> list[Mention]:
    """Return a mention for each name, at the first place where it stands behind the one before."""
    mentions, at = [], 0
    for number, (name, kind, entity) in enumerate(names):
        start = text.index(name, at)
        at = start + len(name)
        mentions.append(Mention(f"m{number}", start, at, kind, entity, 1.0))
    return mentions


@pytest.mark.parametrize(
    ("text", "names", "meant"),
    [
        ("Ana Luz Duarte. Luz", [("Ana Luz Duarte", PERSON, "e0"), ("Luz", PERSON, "e1")], {"e1": "e0"}),
        ("Luz. Ana Luz Duarte", [("Luz", PERSON, "e0"), ("Ana Luz Duarte", PERSON, "e1")], {"e0": "e1"}),
        ("Ana Duarte. Luz", [("Ana Duarte", PERSON, "e0"), ("Luz", PERSON, "e1")], {}),
        (
            "Ana Luz Duarte, Rosa Luz Vega. Luz",  # whose name it is nobody knows
            [("Ana Luz Duarte", PERSON, "e0"), ("Rosa Luz Vega", PERSON, "e1"), ("Luz", PERSON, "e2")],
            {},
        ),
        ("Red Hill Front [RHF]", [("Red Hill Front", ORG, "e0"), ("RHF", ORG, "e1")], {"e1": "e0"}),
        ("RHF (Red Hill Front)", [("RHF", ORG, "e0"), ("Red Hill Front", ORG, "e1")], {"e1": "e0"}),
        ("Red Hill Front, RHF", [("Red Hill Front", ORG, "e0"), ("RHF", ORG, "e1")], {}),
        ("Luz [RHF]", [("Luz", PERSON, "e0"), ("RHF", ORG, "e1")], {}),
    ],
)
def test_parts_of_names_and_short_names_are_those_of_others(
    text: str, names: list[tuple[str, MentionType, str]], meant: dict[str, str]
) -> None:
    assert same_entities(text, _mentions(text, *names)) == meant
