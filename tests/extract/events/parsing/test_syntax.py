"""Roles read off syntax trees made by hand, as the reader would make them."""

import re

import pytest

from dateline.extract.events import find_events
from dateline.model.annotations import EventType
from dateline.model.spans import Span
from dateline.model.syntax import ParsedWord, SyntaxTree
from tests.extract.factory import happening, tree

FREED = """Libya 2 nsubj PROPN
freed 0 root VERB
37 4 nummod NUM
prisoners 2 obj NOUN
late 2 advmod ADV"""
ASKED = """Two 2 nummod NUM
investors 3 nsubj NOUN
asked 0 root VERB
Apple 3 obj PROPN
to 6 mark PART
withdraw 3 xcomp VERB
from 8 case ADP
China 6 obl PROPN"""
ACCUSED = """The 2 det DET
court 3 nsubj NOUN
accused 0 root VERB
the 5 det DET
officers 3 obj NOUN
of 7 mark SCONJ
torturing 3 advcl VERB
prisoners 7 obj NOUN"""
DECIDED = """The 2 det DET
decision 9 nsubj NOUN
of 5 case ADP
the 5 det DET
government 2 nmod NOUN
to 7 mark PART
ban 2 acl VERB
demonstrations 7 obj NOUN
stands 0 root VERB"""
ARRESTED = """The 2 det DET
broker 5 nsubj:pass NOUN
has 5 aux AUX
been 5 aux:pass AUX
arrested 0 root VERB pass
by 8 case ADP
Belgian 8 amod ADJ
police 5 obl:agent NOUN"""
LASHED = """Tehran 2 nsubj PROPN
lashed 0 root VERB
out 2 compound:prt ADP
at 6 case ADP
the 6 det DET
report 2 obl NOUN"""
CONTACT = """Please 2 discourse INTJ
contact 0 root VERB
the 4 det DET
embassy 2 obj NOUN"""
OPPOSED = """judges 3 nsubj NOUN
are 3 aux:pass AUX
opposed 0 root VERB pass
to 5 case ADP
laws 3 obl NOUN"""
NONE_HELD = """None 5 nsubj:pass NOUN
of 3 case ADP
them 1 nmod PRON
were 5 aux:pass AUX
arrested 0 root VERB pass"""
MET = """She 2 nsubj PRON
sat 0 root VERB
in 5 case ADP
a 5 det DET
meeting 2 obl NOUN
with 8 case ADP
the 8 det DET
envoys 2 obl NOUN"""

CONGRATULATED = """Pavel 2 nsubj PROPN
congratulated 0 root VERB
Kiska 1 conj PROPN
on 5 case ADP
Monday 2 obl PROPN"""
VISITED = """The 2 det DET
minister 9 nsubj NOUN
during 5 case ADP
a 5 det DET
visit 9 obl NOUN
to 7 case ADP
Malaysia 5 nmod PROPN
calmly 9 advmod ADV
spoke 0 root VERB"""

AGREED = """Norrvik 7 nsubj PROPN
, 4 punct PUNCT
which 4 nsubj PRON
denies 1 acl:relcl VERB
wrongdoing 4 obj NOUN
, 4 punct PUNCT
agreed 0 root VERB
to 9 mark PART
leave 7 xcomp VERB"""
INJURED = """Adel 2 nsubj PROPN
visited 0 root VERB
the 4 det DET
injured 2 obj VERB
in 6 case ADP
Basra 2 obl PROPN"""
SHELLED = """Rebels 0 root NOUN
of 3 case ADP
Kassala 1 nmod PROPN
shelled 1 nmod NOUN
Basra 4 nmod PROPN"""


def told(rows: str) -> list[tuple[str, list[str], list[str], str]]:
    text, made = tree(rows)
    events = find_events(text, "en", sentences=[made.span], trees=[made])
    return [
        (
            event.trigger.of(text),
            [span.of(text) for span in event.actor_spans],
            [span.of(text) for span in event.target_spans],
            str(event.stage),
        )
        for event in events
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (FREED, ("freed", ["Libya"], ["37 prisoners"], "done")),
        (ASKED, ("asked", ["Two investors"], ["Apple"], "done")),
        (ACCUSED, ("torturing", ["the officers"], ["prisoners"], "done")),
        (DECIDED, ("ban", ["the government"], ["demonstrations"], "planned")),
        (ARRESTED, ("arrested", ["Belgian police"], ["The broker"], "done")),
        (LASHED, ("lashed out at", ["Tehran"], ["the report"], "done")),
        (NONE_HELD, ("arrested", [], ["None"], "denied")),
        (OPPOSED, ("opposed to", ["judges"], ["laws"], "done")),
        (MET, ("meeting", ["She"], ["the envoys"], "done")),
        (CONGRATULATED, ("congratulated", ["Pavel"], ["Kiska"], "done")),
        (VISITED, ("visit", ["The minister"], ["Malaysia"], "done")),
        (AGREED, ("agreed", ["Norrvik"], [], "done")),
    ],
)
def test_who_did_what_to_whom_by_the_tree(rows: str, expected: tuple[str, list[str], list[str], str]) -> None:
    assert expected in told(rows)


def test_the_injured_are_people_and_no_event() -> None:
    assert [each[0] for each in told(INJURED)] == ["visited"]


def test_what_the_reader_of_a_text_is_asked_to_do_is_no_event() -> None:
    assert told(CONTACT) == []


def test_a_tree_that_is_unsure_of_a_verb_is_not_believed() -> None:
    rows = re.sub(r"freed 0 root VERB", "freed 1 acl VERB", FREED).replace("Libya 2 nsubj", "Libya 0 root")
    text, made = tree(rows)
    doubted = tuple(
        ParsedWord(word.span, word.tag, word.head, word.relation, 0.1, word.passive) for word in made.words
    )
    events = find_events(text, "en", sentences=[made.span], trees=[SyntaxTree(made.span, doubted)])
    assert [event.target_spans[0].of(text) for event in events] == ["37 prisoners"]


def test_a_tree_that_is_unsure_of_a_noun_leaves_a_verb_a_verb() -> None:
    text, made = tree(SHELLED)
    doubted = tuple(ParsedWord(each.span, each.tag, each.head, each.relation, 0.3) for each in made.words)
    assert find_events(text, "en", sentences=[made.span], trees=[made]) == ()
    (event,) = find_events(text, "en", sentences=[made.span], trees=[SyntaxTree(made.span, doubted)])
    assert event.trigger.of(text) == "shelled"


def test_words_that_the_reader_takes_for_no_happenings_tell_none() -> None:
    text, made = tree(FREED)
    assert find_events(text, "en", sentences=[made.span], trees=[made], happenings=[]) == ()
    freed = happening(Span(6, 11), EventType.RETREAT)
    assert find_events(text, "en", sentences=[made.span], trees=[made], happenings=[freed])
