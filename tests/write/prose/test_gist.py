"""The gist of a sentence: asides go, and who says it, whom it cost and what it hangs on stay."""

import pytest

from dateline.inference.reader import load_reader
from dateline.write.prose.gist import gist_of, readable
from dateline.write.prose.soundness import parsed_by
from dateline.write.settings import ParseSentence

ENVOY = (
    "Salwa Nazari, a water engineer who had run the port of Tawil for nine years, resigned on May 4 over the "
    "state of the river locks, the cabinet announced."
)
MASKS = (
    "The visiting envoy Salwa Nazari told officials in Balad on May 3 that her office would send ten doctors "
    "to the town, and urged them to reopen the crossing for the harvest."
)
YARD = (
    "The yard at Tawil, the largest on the lower river, handled 390 lorries on May 4, four times its usual "
    "number, its director, Omid Fallah, said."
)
DEAD = (
    "Shells fell on the market of the old town of Darband early on May 5, killing nine people who had come "
    "to buy bread, and the governor closed the bridge."
)

TOUR = (
    "The Balad daily Tigris Daily reported, based on sources in the field, that the commander of the river "
    "guards, Omid Fallah, toured Darband and Tawil in the last week of April."
)


@pytest.fixture(scope="module")
def parse() -> ParseSentence:
    reader = load_reader(threads=1)
    return parsed_by(lambda text, spans: reader.read(text, spans).syntax)


@pytest.mark.parametrize(
    ("sentence", "gone", "kept"),
    [
        (ENVOY, ["water engineer"], ["Salwa Nazari resigned on May 4", "the cabinet announced"]),
        (MASKS, ["reopen"], ["told officials in Balad on May 3", "ten doctors to the town"]),
        (YARD, [], ["its director, Omid Fallah, said"]),
        (DEAD, [], ["killing nine people"]),
        (TOUR, [], ["based on sources in the field"]),
    ],
)
def test_asides_go_and_what_matters_stays(
    sentence: str, gone: list[str], kept: list[str], parse: ParseSentence
) -> None:
    gist = gist_of(sentence, parse, "en")
    assert [words for words in gone if words in gist] == []
    assert [words for words in kept if words not in gist] == []


@pytest.mark.parametrize("condition", ["if the crossing is reopened", "unless the rivers rise"])
def test_no_condition_is_left_out(condition: str, parse: ParseSentence) -> None:
    sentence = (
        "The ministry of water in the capital will send ten doctors and four hundred masks to the town of "
        f"Balad next to the border, {condition}."
    )
    assert condition in gist_of(sentence, parse, "en")


def test_without_a_tree_a_sentence_is_its_own_gist() -> None:
    assert gist_of(ENVOY, None, "en") == ENVOY.rstrip(".")


LONG_YARD = (
    "Salwa Nazari, a water engineer who had run the port of Tawil on the lower river, resigned on May 4 over "
    "the state of the 12 locks between the ports of Darband and Tawil - a dispute with the town - and the "
    "River Trade Office (RTO), and urged the towns to close them, the cabinet announced."
)


def test_a_long_sentence_of_the_body_loses_asides_alone(parse: ParseSentence) -> None:
    shorter = readable(LONG_YARD, parse, "en")
    assert "(RTO)" not in shorter
    assert "a dispute" not in shorter
    kept = (
        "resigned on May 4",
        "12 locks",
        "and urged the towns to close them, the cabinet announced.",
    )
    assert [words for words in kept if words not in shorter] == []
    assert readable(ENVOY, parse, "en") == ENVOY


def test_several_sentences_are_not_shortened(parse: ParseSentence) -> None:
    both = f"{DEAD} {ENVOY}"
    assert readable(both, parse, "en") == both
