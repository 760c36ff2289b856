"""Which dates beside a saying are its own, by trees made by hand as the reader would make them."""

import pytest

from dateline.extract.attribution.cue_days import is_of_other_clause
from dateline.model.spans import Span
from tests.extract.factory import tree

RESIGNED = """Lepik 6 nsubj PROPN
who 3 nsubj PRON
resigned 1 acl:relcl VERB
in 5 case ADP
November 3 obl PROPN
said 0 root VERB
he 9 nsubj PRON
would 9 aux AUX
appeal 6 ccomp VERB"""
SPEAKING = """Lepik 5 nsubj PROPN
speaking 1 acl VERB
on 4 case ADP
November 2 obl PROPN
said 0 root VERB
so 5 obj PRON"""
PLAIN = """In 2 case ADP
November 4 obl PROPN
Lepik 4 nsubj PROPN
said 0 root VERB
so 4 obj PRON"""
JOINED = """Lepik 2 nsubj PROPN
arrived 0 root VERB
in 4 case ADP
November 2 obl PROPN
and 6 cc CCONJ
said 2 conj VERB
so 6 obj PRON"""


@pytest.mark.parametrize(
    ("rows", "apart"), [(RESIGNED, True), (SPEAKING, False), (PLAIN, False), (JOINED, False)]
)
def test_a_date_of_another_clause_is_not_that_of_the_saying(rows: str, apart: bool) -> None:
    text, made = tree(rows)
    time, cue = (Span(text.index(word), text.index(word) + len(word)) for word in ("November", "said"))
    assert is_of_other_clause(made, text, time, cue) is apart
    assert not is_of_other_clause(None, text, time, cue)
