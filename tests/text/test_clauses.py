import pytest

from dateline.model.spans import Span
from dateline.model.syntax import ParsedWord, PartOfSpeech, Relation, SyntaxTree
from dateline.text.clauses import Parse

SHELLED = """The 2 det DET
army 3 nsubj NOUN
shelled 0 root VERB
Idlib 3 obj PROPN
and 6 cc CCONJ
Saraqib 4 conj PROPN
and 8 cc CCONJ
left 3 conj VERB"""
KILLED = """Three 2 nummod NUM
soldiers 4 nsubj:pass NOUN
were 4 aux:pass AUX
killed 0 root VERB
by 7 case ADP
masked 7 amod ADJ
gunmen 4 obl:agent NOUN
in 9 case ADP
Basra 4 obl PROPN"""
BOMB = """a 2 det DET
bomb 6 nsubj NOUN
planted 2 acl VERB
by 5 case ADP
gunmen 3 obl:agent NOUN
exploded 0 root VERB"""
SHOT = """Gunmen 2 nsubj NOUN
shot 0 root VERB
and 4 cc CCONJ
killed 2 conj VERB
a 6 det DET
judge 2 obj NOUN"""
WHOM = """men 0 root NOUN
whom 4 obj PRON
they 4 nsubj PRON
shot 1 acl:relcl VERB"""
MEN = """the 2 det DET
men 0 root NOUN
who 4 nsubj PRON
attacked 2 acl:relcl VERB
the 6 det DET
post 4 obj NOUN
, 8 punct PUNCT
troops 2 appos NOUN
leaving 8 acl VERB
Mosul 9 obj PROPN"""
ORDERED = """Ankara 2 nsubj PROPN
ordered 0 root VERB
its 4 nmod:poss PRON
troops 2 obj NOUN
to 6 mark PART
advance 2 xcomp VERB
out 9 case ADP
of 7 fixed ADP
Ras 6 obl PROPN
al-Ain 9 flat PROPN
. 2 punct PUNCT"""

HIT = """Mortars 2 nsubj NOUN
hit 0 root VERB
a 4 det DET
mill 2 obj NOUN
, 6 punct PUNCT
killing 2 advcl VERB
six 8 nummod NUM
people 2 obj NOUN"""
SEIZED = """Police 2 nsubj NOUN
seized 0 root VERB
two 4 nummod NUM
vans 2 obj NOUN
and 6 cc CCONJ
arrested 2 conj VERB
ten 8 nummod NUM
men 2 obl NOUN"""
TOPIC = """Balad 3 obj PROPN
mortars 3 nsubj NOUN
shook 0 root VERB
windows 3 obj NOUN"""


def _parse(rows: str) -> tuple[str, Parse]:
    text, words = "", []
    for place, row in enumerate(rows.splitlines()):
        form, head, relation, tag = row.split()
        start = len(text)
        text += form + " "
        above = int(head) - 1 if head != "0" else place
        passive = form in ("planted", "arrested")
        words.append(
            ParsedWord(
                Span(start, start + len(form)), PartOfSpeech(tag), above, Relation(relation), 1.0, passive
            )
        )
    return text, Parse(SyntaxTree(Span(0, len(text)), tuple(words)))


def _names(text: str, parse: Parse, places: tuple[int, ...]) -> list[str]:
    return [parse.words[place].span.of(text) for place in places]


@pytest.mark.parametrize(
    ("rows", "verb", "doers", "undergoers"),
    [
        (SHELLED, "shelled", ["army"], ["Idlib", "Saraqib"]),
        (SHELLED, "left", ["army"], []),
        (WHOM, "shot", ["they"], ["men"]),
        (SHOT, "shot", ["Gunmen"], ["judge"]),
        (SHOT, "killed", ["Gunmen"], ["judge"]),
        (KILLED, "killed", ["gunmen"], ["soldiers"]),
        (BOMB, "planted", ["gunmen"], ["bomb"]),
        (BOMB, "exploded", ["bomb"], []),
        (MEN, "attacked", ["men"], ["post"]),
        (MEN, "leaving", ["troops"], ["Mosul"]),
        (ORDERED, "advance", ["troops"], []),
        (HIT, "hit", ["Mortars"], ["mill"]),
        (HIT, "killing", ["Mortars"], ["people"]),
        (SEIZED, "seized", ["Police"], ["vans"]),
        (SEIZED, "arrested", ["Police"], ["men"]),
        (TOPIC, "shook", ["mortars"], ["windows"]),
    ],
)
def test_who_does_what_to_whom(rows: str, verb: str, doers: list[str], undergoers: list[str]) -> None:
    text, parse = _parse(rows)
    place = parse.at(text.index(verb))
    assert place is not None
    assert _names(text, parse, parse.doers(place)) == doers
    assert _names(text, parse, parse.undergoers(place)) == undergoers


def test_obliques_have_their_prepositions() -> None:
    text, parse = _parse(ORDERED)
    (oblique,) = parse.obliques(5)
    assert _names(text, parse, oblique.prepositions) == ["out", "of"]
    assert parse.name(oblique.head).of(text) == "Ras al-Ain"
