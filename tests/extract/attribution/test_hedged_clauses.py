"""Which clauses a hedge reaches, over trees made by hand as the reader would make them."""

import pytest

from dateline.extract.attribution.hedging import Hedging, read_hedges
from dateline.extract.attribution.passages import passages_of
from dateline.extract.attribution.wording import wording_of
from dateline.extract.blocks import find_blocks
from dateline.model.claims import Certainty
from dateline.model.spans import Span
from dateline.text.sentences import split_sentences
from tests.extract.factory import tree

HELPED = """The 2 det DET
ferry 4 nsubj NOUN
may 4 aux AUX
cross 0 root VERB
and 8 cc CCONJ
has 8 aux AUX
been 8 aux:pass AUX
named 4 conj VERB pass
Sahra 8 xcomp PROPN"""
SHARED = """The 2 det DET
ferry 4 nsubj NOUN
may 4 aux AUX
cross 0 root VERB
and 6 cc CCONJ
return 4 conj VERB"""
CONDITION = """The 2 det DET
road 4 nsubj:pass NOUN
is 4 aux:pass AUX
cut 0 root VERB pass
if 7 mark SCONJ
it 7 nsubj PRON
snows 4 advcl VERB"""
SEEMS = """The 2 det DET
envoy 3 nsubj NOUN
seems 0 root VERB
to 6 mark PART
have 6 aux AUX
left 3 xcomp VERB"""
RELATIVE = """The 2 det DET
firm 7 nsubj NOUN
which 4 nsubj PRON
has 2 acl:relcl VERB
forty 4 obj NUM
may 7 aux AUX
close 0 root VERB"""
PLACE = """He 2 nsubj PRON
left 0 root VERB
for 5 case ADP
probably 5 advmod ADV
Sahra 2 obl PROPN"""
PLANS = """She 2 nsubj PRON
plans 0 root VERB
to 4 mark PART
return 2 xcomp VERB"""
LIKELY = """The 4 det DET
likely 4 amod ADJ
new 4 amod ADJ
head 5 nsubj NOUN
left 0 root VERB"""
ASIDE = """Sending 0 root VERB
envoys 1 obj NOUN
, 6 punct PUNCT
again 1 advmod ADV
may 6 aux AUX
show 1 parataxis VERB
a 8 det DET
change 6 obj NOUN"""


def hedging_of(rows: str) -> tuple[str, Hedging]:
    text, made = tree(rows)
    (passage,) = passages_of(text, split_sentences(text, "en"), find_blocks(text, "en"))
    return text, read_hedges(passage, (Span(0, len(text)),), wording_of("en"), made)


@pytest.mark.parametrize(
    ("rows", "certainty", "beside"),
    [
        (HELPED, Certainty.POSSIBLE, {"has been named Sahra": Certainty.CERTAIN}),
        (SHARED, Certainty.POSSIBLE, {}),
        (CONDITION, Certainty.CERTAIN, {}),
        (SEEMS, Certainty.PROBABLE, {}),
        (RELATIVE, Certainty.POSSIBLE, {}),
        (PLACE, Certainty.CERTAIN, {}),
        (PLANS, Certainty.PROBABLE, {}),
        (LIKELY, Certainty.CERTAIN, {}),
        (ASIDE, Certainty.POSSIBLE, {}),
    ],
    ids=[
        "own helpers",
        "shared helper",
        "condition",
        "complement",
        "short clause",
        "of a place",
        "plan",
        "of a noun",
        "no subject",
    ],
)
def test_what_a_hedge_reaches(rows: str, certainty: Certainty, beside: dict[str, Certainty]) -> None:
    text, hedging = hedging_of(rows)
    assert hedging.certainty is certainty
    assert {"|".join(span.of(text) for span in parts): level for parts, level in hedging.beside} == beside


def test_a_clause_of_words_enough_stands_beside_the_main_one() -> None:
    text, hedging = hedging_of(CONDITION + "\nall 9 det DET\nday 7 obl:unmarked NOUN")
    told = [([span.of(text) for span in parts], level) for parts, level in hedging.beside]
    assert told == [(["it snows all day"], Certainty.UNKNOWN)]


def test_a_hedge_of_a_further_clause_leaves_an_attributed_content() -> None:
    text, made = tree(HELPED)
    (passage,) = passages_of(text, split_sentences(text, "en"), find_blocks(text, "en"))
    content = Span(text.index("has"), len(text))
    assert read_hedges(passage, (content,), wording_of("en"), made) == Hedging()


def test_what_is_planned_stands_beside_the_plan() -> None:
    text, hedging = hedging_of(PLANS + "\nto 6 case ADP\nSahra 4 obl PROPN")
    told = [([span.of(text) for span in parts], level) for parts, level in hedging.beside]
    assert hedging.stated is Certainty.CERTAIN
    assert told == [(["She", "to return to Sahra"], Certainty.PROBABLE)]


def test_what_somebody_believes_inside_a_content_is_not_certain() -> None:
    rows = """The 2 det DET
envoy 3 nsubj NOUN
believes 0 root VERB
that 6 mark SCONJ
it 6 nsubj PRON
ended 3 ccomp VERB"""
    assert hedging_of(rows)[1].certainty is Certainty.PROBABLE
