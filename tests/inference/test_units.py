from functools import cache
from itertools import pairwise

import pytest
from tokenizers import Tokenizer

from dateline.inference.packaged import MODEL_FOLDER
from dateline.inference.pieces import cut_pieces
from dateline.inference.units import unit_starts


@cache
def _tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(MODEL_FOLDER / "tokenizer.json"))


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Iran's envoy didn't go.", "Iran|'s|envoy|didn|'t|go|."),
        ("General Qa’ani and al-Ka'bi met", "General|Qa’ani|and|al-Ka'bi|met"),
        ("some 10,000 people at 5:30 p.m. in the U.S.", "some|10,000|people|at|5:30|p.m.|in|the|U.S."),
        ("an anti-war rally... in the F.B.I.’s view", "an|anti|-|war|rally|...|in|the|F.B.I.|’s|view"),
        ("Mr. Smith -- in 2020.", "Mr|.|Smith|--|in|2020|."),
        (" ", ""),
    ],
)
def test_words_of_syntax(text: str, units: str) -> None:
    pieces = cut_pieces(_tokenizer(), text)
    firsts = [*unit_starts(text, pieces).tolist(), len(pieces)]
    found = [text[pieces.starts[first] : pieces.ends[end - 1]] for first, end in pairwise(firsts)]
    assert "|".join(found) == units
