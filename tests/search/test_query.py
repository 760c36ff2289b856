"""The query grammar: what it reads, and how it explains what it does not."""

import pytest

from dateline.errors import InputError
from dateline.search import parse_query
from dateline.store import DocumentQuery, Phrase, WordQuery


def words(*groups: tuple[str, ...], without: tuple[str, ...] = ()) -> WordQuery:
    phrases = tuple(tuple(Phrase(tuple(phrase.split())) for phrase in group) for group in groups)
    return WordQuery(phrases, tuple(Phrase(tuple(phrase.split())) for phrase in without))


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("bridge", DocumentQuery(words(("bridge",)))),
        ("Bridge road", DocumentQuery(words(("bridge",), ("road",)))),
        ("bridge OR road closed", DocumentQuery(words(("bridge", "road"), ("closed",)))),
        ("a OR b OR c", DocumentQuery(words(("a", "b", "c")))),
        ('"closed bridge" -toll', DocumentQuery(words(("closed bridge",), without=("toll",)))),
        ("“closed bridge” -“toll road”", DocumentQuery(words(("closed bridge",), without=("toll road",)))),
        ("al-Taji", DocumentQuery(words(("al taji",)))),
        ('place:"Abu Kamal" origins:2', DocumentQuery(places=("Abu Kamal",), origins=2)),
        ("grade:b disputed:yes", DocumentQuery(grades=("B",), disputed=True)),
        ("digit:2 digit:1", DocumentQuery(digits=(2, 1))),
        ("learned-until:2020-03", DocumentQuery(learned_until="2020-03-31")),
        ("Qa’emi’s", DocumentQuery(words(("qaemi",)))),
        ("الحكومة", DocumentQuery(words(("الحکومه",)))),
        ("outlet:tidings outlet:courier", DocumentQuery(outlets=("tidings", "courier"))),
        ("lang:FA from:2020-03 until:2020", DocumentQuery(None, (), ("fa",), "2020-03-01", "2020-12-31")),
        ("from:2020-03-08 until:2020-03", DocumentQuery(None, (), (), "2020-03-08", "2020-03-31")),
    ],
)
def test_what_is_asked_for(text: str, query: DocumentQuery) -> None:
    assert parse_query(text) == query


@pytest.mark.parametrize(
    ("text", "explanation"),
    [
        ("", "it is empty"),
        ("   ", "it is empty"),
        ('"bridge', "quotation mark is not closed"),
        ("OR bridge", "OR has to stand between"),
        ("bridge OR", "nothing stands after OR"),
        ("bridge OR OR road", "OR has to stand between"),
        ("bridge OR lang:fa", "OR cannot stand before the filter"),
        ("bridge OR -road", "OR cannot stand before -road"),
        ("-bridge", "add a word that is"),
        ("-", "holds no letter or digit"),
        ("?!", "holds no letter or digit"),
        ("author:mina", "no filter author:, known are outlet:, lang:, from:, until:"),
        ("from:", "nothing stands after from:"),
        ("from:yesterday", "is no date"),
        ("until:2020-02-30", "not in the calendar"),
        ("until:2020-13", "not in the calendar"),
        ("from:2020-03-09 until:2020-03-08", "is after until:"),
        ("lang:1", "no language tag"),
        ("NEAR bridge", "NEAR has to stand between"),
        ("bridge NEAR/3", "nothing stands after NEAR/3"),
        ("bridge NEAR al-Taji", "between two single words"),
        ("a NEAR/99 b", "within 50"),
        ('"bridge"~4', "two words or more"),
        ("grade:G", "expected one of A, B"),
        ("digit:7", "expected one of 1, 2"),
        ("event:picnic", "expected one of"),
        ("origins:many", "least number of independent origins"),
        ("disputed:perhaps", "expected one of yes, no"),
        ("learned-from:2020-04 learned-until:2020-03", "is after"),
    ],
)
def test_what_cannot_be_asked_is_explained(text: str, explanation: str) -> None:
    with pytest.raises(InputError, match=explanation):
        parse_query(text)
