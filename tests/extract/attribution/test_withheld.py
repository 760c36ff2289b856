"""What was expressly not said stays open."""

import pytest

from dateline.extract.attribution.passages import passages_of
from dateline.extract.attribution.withheld import is_withheld
from dateline.extract.attribution.wording import wording_of
from dateline.extract.blocks import find_blocks
from dateline.model.spans import Span
from dateline.text.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "cue", "withheld"),
    [
        ("The governor never said that the bridge was safe.", "said", True),
        ("The spokesman refused to confirm that the convoy had been hit.", "confirm", True),
        ("The spokesman refused to confirm that the convoy had been hit.", "refused", True),
        ("The ministry could not immediately confirm that 12 people had died.", "confirm", True),
        ("The militia stopped short of saying it had carried it out.", "saying", True),
        ("He left without saying whether the port would close.", "saying", True),
        ("The governor said that the bridge was not safe.", "said", False),
        ("The governor, who did not sleep, said that the bridge was safe.", "said", False),
        ("The governor did not move and said that the bridge was safe.", "said", False),
    ],
)
def test_a_saying_is_withheld_by_what_stands_right_in_front(text: str, cue: str, withheld: bool) -> None:
    passage = passages_of(text, split_sentences(text, "en"), find_blocks(text, "en"))[0]
    at = text.index(cue)
    assert is_withheld(passage, Span(at, at + len(cue)), wording_of("en")) is withheld
