"""Plain sentences on attacks, composed of their parts where these can be read in the cited words."""

from dataclasses import replace

import pytest

from dateline.model.annotations import (
    EventMention,
    EventType,
    Mention,
    MentionType,
    PlacePrecision,
    PlaceReference,
    Quantity,
)
from dateline.model.spans import Span
from dateline.model.times import TimeExpression, TimeKind
from dateline.write.checking.check import check_sentence
from dateline.write.prose.composed import composed_attack
from tests.write.factory import claim, document, notes

TOLD = "Blast rocks port 9 porters killed 20 hurt in a blast in Balad on May 2 a monitoring group said."


def composed(text: str, *, said: bool = True) -> str | None:
    """Compose a report that tells of nine killed, 20 wounded, a blast, a town and a day."""
    found = document(text)

    def at(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    claimed = claim(found, text)
    noted = replace(
        notes(found),
        claims=(replace(claimed, cue=Span(*at("said"))) if said else claimed,),
        quantities=(Quantity(*at("9"), 9, 9, "killed"), Quantity(*at("20"), 20, 20, "wounded")),
        mentions=(Mention("m0", *at("Balad"), MentionType.GPE, None, 0.9),),
        places=(PlaceReference("m0", 34.0, 44.1, "Balad", "iq", 1, PlacePrecision.CITY, 0.9),),
        times=(TimeExpression(*at("May 2"), TimeKind.DATE, *["2021-05-02"] * 3),),
        events=(
            EventMention(
                "e0", EventType.ASSAULT, "bombing", Span(*at("blast")), (), (), ("m0",), None, None, (), 0.9
            ),
        ),
    )
    return composed_attack(found, noted, Span(0, len(text)), "en")


def test_an_attack_is_told_by_toll_place_day_and_who_says_so() -> None:
    text = composed(TOLD)
    told = "people were killed and 20 wounded in a blast in Balad on May 2, a monitoring group said."
    assert text == f"Nine {told}"
    assert check_sentence(text, [TOLD]) == ()


def test_what_the_outlet_tells_itself_wants_no_speaker() -> None:
    text = composed("At the port 9 nurses died and 20 were hurt in a blast in Balad on May 2.", said=False)
    assert text == "Nine nurses were killed and 20 wounded in a blast in Balad on May 2."


@pytest.mark.parametrize(
    "text",
    [
        TOLD.replace("a monitoring group said", "Omid Fallah said"),
        TOLD.replace("killed 20", "reportedly killed 20"),
        TOLD.replace("9 porters", "not 9 porters"),
        TOLD.replace("on May 2", "until May 2"),
        TOLD.replace("in Balad", "to Balad"),
    ],
)
def test_nothing_is_composed_of_what_is_doubted_or_cannot_be_read(text: str) -> None:
    assert composed(text) is None
