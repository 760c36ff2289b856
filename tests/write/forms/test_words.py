from dataclasses import replace

from dateline.write.forms.words import pieces_of
from tests.write.forms.factory import QUOTED, say


def test_of_citations_with_one_label_each_stands_at_its_own() -> None:
    early, late = (replace(QUOTED.citations[0], quote=quote, label="(Karun, May 3)") for quote in "ab")
    text = "The Halfa bridge was closed (Karun, May 3), and it will open soon (Karun, May 3)."
    pieces = list(pieces_of(say(text, early, late)))
    assert [words for words, _ in pieces] == ["The Halfa bridge was closed ", ", and it will open soon ", "."]
    assert [citation for _, citation in pieces] == [early, late, None]


def test_a_label_that_is_not_in_the_text_stands_behind_it() -> None:
    citation = replace(QUOTED.citations[0], label="(Karun, May 3)")
    assert list(pieces_of(say("Closed.", citation))) == [("Closed. ", citation), ("", None)]
