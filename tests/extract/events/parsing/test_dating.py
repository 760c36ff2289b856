"""Which event of a sentence a date belongs to, by trees made by hand as the reader would make them."""

import pytest

from dateline.extract.events import find_events
from dateline.extract.times import find_times
from dateline.model.times import StatedTime
from tests.extract.factory import tree

CONDEMNED = """Jordan 2 nsubj PROPN
condemned 0 root VERB
the 4 det DET
bombings 2 obj NOUN
in 6 case ADP
Basra 4 nmod PROPN
on 8 case ADP
Tuesday 2 obl PROPN"""
SAID = """Police 2 nsubj NOUN
said 0 root VERB
on 4 case ADP
Tuesday 2 obl PROPN
they 7 nsubj PRON
had 7 aux AUX
arrested 2 ccomp VERB
14 9 nummod NUM
men 7 obj NOUN"""
SHELLED = """Rebels 2 nsubj NOUN
shelled 0 root VERB
the 4 det DET
ministry 2 obj NOUN
on 6 case ADP
Tuesday 2 obl PROPN
, 2 punct PUNCT
wounding 2 advcl VERB
six 10 nummod NUM
guards 8 obj NOUN"""
URGED = """Kuwait 2 nsubj PROPN
urged 0 root VERB
them 2 obj PRON
to 5 mark PART
keep 2 xcomp VERB
the 7 det DET
truce 5 obj NOUN
they 9 nsubj PRON
signed 7 acl:relcl VERB
on 11 case ADP
Tuesday 9 obl PROPN"""
HIT = """Shells 2 nsubj NOUN
hit 0 root VERB
Basra 2 obj PROPN
before 5 case ADP
dawn 2 obl NOUN
on 7 case ADP
Tuesday 5 nmod PROPN"""
KIDNAPPED = """Gunmen 6 nsubj NOUN
who 3 nsubj PRON
kidnapped 1 acl:relcl VERB
two 5 nummod NUM
journalists 3 obj NOUN
released 0 root VERB
them 6 obj PRON
on 9 case ADP
Tuesday 6 obl PROPN"""
RESPONDED = """On 2 case ADP
Tuesday 4 obl PROPN
rebels 4 nsubj NOUN
attacked 0 root VERB
Basra 4 obj PROPN
and 8 cc CCONJ
police 8 nsubj NOUN
arrested 4 conj VERB
six 10 nummod NUM
men 8 obj NOUN"""
BRINGING = """Police 2 nsubj NOUN
arrested 0 root VERB
12 4 nummod NUM
men 2 obj NOUN
on 6 case ADP
Tuesday 7 obl PROPN
bringing 2 advcl VERB
the 9 det DET
total 7 obj NOUN"""
SHELLS = """Raids 2 nsubj NOUN
destroyed 0 root VERB
a 4 det DET
camp 2 obj NOUN
in 6 case ADP
Basra 4 nmod PROPN
and 8 cc CCONJ
shelling 1 conj NOUN
on 10 case ADP
Tuesday 8 nmod PROPN"""
TUESDAY = "2020-03-17"
PRINTED = StatedTime("2020-03-20", "2020-03-20")


def dates(rows: str) -> dict[str, str | None]:
    """Return the day of each event by the word that tells it."""
    text, made = tree(rows)
    times = find_times(text, "en", anchor=PRINTED)
    events = find_events(text, "en", sentences=[made.span], times=times, trees=[made])
    return {event.trigger.of(text): event.begin for event in events}


@pytest.mark.parametrize(
    ("rows", "dated", "undated"),
    [
        (CONDEMNED, {"condemned"}, set()),
        (SAID, set(), {"arrested"}),
        (SHELLED, {"shelled"}, set()),
        (URGED, {"signed"}, {"urged"}),
        (HIT, {"hit"}, set()),
        (BRINGING, {"arrested"}, set()),
        (SHELLS, {"Raids", "shelling"}, set()),
        (KIDNAPPED, {"released"}, {"kidnapped"}),
        (RESPONDED, {"attacked", "arrested"}, set()),
    ],
)
def test_a_date_is_that_of_the_event_on_which_it_hangs(rows: str, dated: set[str], undated: set[str]) -> None:
    found = dates(rows)
    assert {word for word, day in found.items() if day == TUESDAY} == dated
    assert {word for word, day in found.items() if day is None} >= undated


def test_where_no_tree_was_read_the_nearest_event_has_the_date() -> None:
    text, made = tree(SHELLED)
    times = find_times(text, "en", anchor=PRINTED)
    events = find_events(text, "en", sentences=[made.span], times=times)
    assert [event.begin for event in events] == [TUESDAY]
