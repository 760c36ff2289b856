"""The office beside a name, with and without the syntax of the sentence."""

import pytest

from dateline.extract.names import NamedSpan
from dateline.extract.names.roles import role_beside
from dateline.extract.names.words import name_words_of
from dateline.model.annotations import MentionType
from dateline.model.spans import Span
from tests.extract.factory import tree

IN_TEHRAN = (
    "In 2 case ADP\nTehran 10 obl PROPN\nthe 6 det DET\nforeign 5 amod ADJ\nministry 6 nmod:poss NOUN\n"
    "spokesman 10 nsubj NOUN\n, 6 punct PUNCT\nOmar 6 appos PROPN\nNasser 8 flat PROPN\nspoke 0 root VERB"
)
SAW = (
    "Farid 2 nsubj PROPN\nsaw 0 root VERB\nthe 4 det DET\nadviser 2 obj NOUN\nof 7 case ADP\nthe 7 det DET\n"
    "minister 4 nmod NOUN\n, 9 punct PUNCT\nOmar 7 appos PROPN\nNasser 9 flat PROPN"
)
WITH_A_DEPUTY = (
    "Minister 2 compound NOUN\nHaddad 9 nsubj PROPN\nand 5 cc CCONJ\nher 5 nmod:poss PRON\n"
    "deputy 2 conj NOUN\n, 7 punct PUNCT\nOmar 5 appos PROPN\nNasser 7 flat PROPN\nleft 0 root VERB"
)
BY_A_SPOKESMAN = (
    "Denied 0 root VERB\nby 5 case ADP\nforeign 4 amod ADJ\nministry 5 compound NOUN\n"
    "spokesman 1 obl:agent NOUN\nOmar 5 flat PROPN\nNasser 6 flat PROPN"
)
BY_A_CROWD = (
    "Denied 0 root VERB\nby 4 case ADP\na 4 det DET\ncrowd 1 obl:agent NOUN\nOmar 4 appos PROPN\n"
    "Nasser 5 flat PROPN"
)
BESIDE_A_COMMA = (
    "Glass 2 obl NOUN\n, 5 punct PUNCT\nand 5 cc CCONJ\ncommand 5 compound NOUN\nspokesman 0 root NOUN\n"
    "Omar 5 flat PROPN\nNasser 6 flat PROPN"
)
OMAR = "Omar Nasser"


def named(text: str, words: str = OMAR) -> NamedSpan:
    start = text.index(words)
    return NamedSpan(Span(start, start + len(words)), MentionType.PERSON, None, 0.9)


@pytest.mark.parametrize(
    ("rows", "role"),
    [
        (IN_TEHRAN, "foreign ministry spokesman"),
        (SAW, "adviser of the minister"),
        (WITH_A_DEPUTY, "deputy"),
        (BY_A_SPOKESMAN, "foreign ministry spokesman"),
        (BY_A_CROWD, None),
        (BESIDE_A_COMMA, "command spokesman"),
    ],
)
def test_an_office_begins_where_its_phrase_does(rows: str, role: str | None) -> None:
    text, made = tree(rows)
    assert role_beside(text, named(text), name_words_of("en"), [made]) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The head of the board , Omar Nasser , spoke .", "head of the board"),
        ("Omar Nasser, the head of the board, spoke.", "head of the board"),
        ("Omar Nasser, a member of parliament who was ill, spoke.", None),
        ("On Monday, Omar Nasser spoke.", None),
        ("Omar Nasser spoke.", None),
    ],
)
def test_without_syntax_an_office_is_what_stands_between_marks(text: str, role: str | None) -> None:
    assert role_beside(text, named(text), name_words_of("en"), ()) == role


def test_bodies_have_no_office() -> None:
    text = "Harbour Union, the head of the board, spoke."
    body = NamedSpan(Span(0, 13), MentionType.ORG, None, 0.9)
    assert role_beside(text, body, name_words_of("en"), ()) is None
