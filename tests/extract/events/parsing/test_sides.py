"""Who acts and who suffers by rules over phrases alone, where nobody has read syntax trees."""

import pytest

from dateline.extract.events import find_events
from dateline.model.spans import Span
from tests.extract.factory import tree

Sides = tuple[list[str], list[str]]


def sides(text: str, trigger: str) -> Sides:
    """Return actors and targets of the event with a trigger, as printed."""
    events = find_events(text, "en", sentences=[Span(0, len(text))])
    event = next(event for event in events if event.trigger.of(text) == trigger)
    return [span.of(text) for span in event.actor_spans], [span.of(text) for span in event.target_spans]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "The court ordered the ministry (MSP) and the police to pay.",
            "ordered",
            (["The court"], ["the ministry", "the police"]),
        ),
        ("The rebels launched a series of attacks on the town.", "attacks", (["The rebels"], ["the town"])),
        (
            "The judge, who through his office attacked the army, left.",
            "attacked",
            (["The judge"], ["the army"]),
        ),
        ("The king expelled two envoys it accused of spying.", "accused", (["it"], ["two envoys"])),
        (
            "Rebels threatening to topple the king have kidnapped six girls.",
            "kidnapped",
            (["Rebels"], ["six girls"]),
        ),
        (
            "Rebels ambushed a convoy carrying soldiers, killing two drivers.",
            "ambushed",
            (["Rebels"], ["a convoy", "two drivers"]),
        ),
        ("They found the rocket which rebels said killed six guards.", "killed", ([], ["six guards"])),
        ("The villagers blamed the attack on rebels.", "blamed", (["The villagers"], ["rebels"])),
        ("The villagers blamed the attack on the police at once.", "attack", ([], [])),
        ("Some 500 tents were distributed to refugees on the coast.", "distributed", ([], ["refugees"])),
        ("Man shot in robbery.", "shot", ([], ["Man"])),
        ("The rebels took part in an assassination attempt.", "assassination", (["The rebels"], [])),
        (
            "The driver, the guard and the nurse were all indicted for fraud.",
            "indicted",
            ([], ["The driver", "the guard", "the nurse"]),
        ),
    ],
)
def test_who_acts_and_who_suffers(text: str, trigger: str, expected: Sides) -> None:
    assert sides(text, trigger) == expected


PARDONED = """The 2 det DET
poet 3 nsubj NOUN
avoided 0 root VERB
prison 3 obj NOUN
after 7 mark SCONJ
Rahmani 3 nsubj PROPN
pardoned 3 advcl VERB
him 3 obj PRON"""
PREPARING = """The 2 det DET
envoy 9 nsubj NOUN
was 4 cop AUX
aware 0 root ADJ
that 9 mark SCONJ
the 7 det DET
rebels 9 nsubj NOUN
were 9 aux AUX
kidnapping 4 ccomp VERB
children 9 obj NOUN"""

JAILED = """Jailed 0 root VERB pass
for 3 case ADP
life 7 obl NOUN
, 7 punct PUNCT
the 6 det DET
smuggler 7 nsubj NOUN
escaped 1 parataxis VERB"""

AMONG = """Five 2 nummod NUM
children 6 nsubj NOUN
were 6 cop AUX
among 6 case ADP
the 6 det DET
dead 0 root NOUN"""

WOUNDED = """Two 2 nummod NUM
men 4 nsubj:pass NOUN
were 4 aux:pass AUX
buried 0 root VERB pass
and 7 cc CCONJ
three 7 nummod NUM
others 4 nsubj:pass NOUN
wounded 4 conj VERB pass"""
ALLIED = """The 2 det DET
plan 3 nsubj NOUN
failed 0 root VERB
, 8 punct PUNCT
with 6 case ADP
soldiers 3 obl NOUN
openly 8 advmod ADV
attacking 3 conj VERB
rebels 8 obj NOUN"""
EMAILS = """She 2 nsubj PRON
lost 0 root VERB
papers 2 obj NOUN
that 6 obj PRON
police 6 nsubj NOUN
urged 3 acl:relcl VERB
guards 6 obj NOUN
to 9 mark PART
find 6 xcomp VERB"""

LOYAL = """Troops 6 nsubj NOUN
loyal 1 amod ADJ
to 5 case ADP
the 5 det DET
governor 2 obl NOUN
arrested 0 root VERB
judges 6 obj NOUN"""


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (PARDONED, (["Rahmani"], ["him"])),
        (PREPARING, (["the rebels"], ["children"])),
        (JAILED, ([], ["the smuggler"])),
        (AMONG, ([], ["Five children"])),
        (LOYAL, (["Troops"], ["judges"])),
        (WOUNDED, ([], ["three others"])),
        (ALLIED, (["soldiers"], ["rebels"])),
        (EMAILS, (["police"], ["guards"])),
    ],
)
def test_who_acts_and_who_suffers_by_the_tree(rows: str, expected: Sides) -> None:
    text, made = tree(rows)
    (event,) = find_events(text, "en", sentences=[made.span], trees=[made])
    actors = [span.of(text) for span in event.actor_spans]
    assert (actors, [span.of(text) for span in event.target_spans]) == expected
