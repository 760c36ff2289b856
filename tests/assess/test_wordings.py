"""Quotations: one speaker, one utterance, other words in other outlets."""

from dataclasses import replace

import pytest

from dateline.model.annotations import Annotations
from dateline.model.claims import Certainty, Claim, Link, LinkKind, Mode, Polarity
from dateline.model.documents import Document
from dateline.model.events import Attribute, Relation
from dateline.model.spans import Span
from tests.assess.test_accounts import account, told
from tests.assess.test_agreement import TEXT, printed

CALM = "We ask all sides to keep calm until the inquiry has ended"


def quoting(
    outlet: str, words: str, *, speaker: str | None = "Salam Dizayi", mode: Mode = Mode.QUOTATION
) -> tuple[Document, Annotations]:
    document, made = told(printed(outlet, outlet, 8), 3)
    text = f"{TEXT} {words}"
    claim = Claim(
        id=f"claim-{outlet}",
        document=document.id,
        content=(Span(len(TEXT) + 1, len(text)),),
        chain=(Link(LinkKind.SPEAKER, speaker), Link(LinkKind.PUBLISHER, outlet)),
        cue=None,
        mode=mode,
        certainty=Certainty.CERTAIN,
        polarity=Polarity.AFFIRMED,
        confidence=0.9,
        sentence=Span(len(TEXT) + 1, len(text)),
    )
    return replace(document, text=text), replace(made, claims=(claim,))


def wordings(*pairs: tuple[Document, Annotations]) -> list[Attribute]:
    return [each for each in account(*pairs).attributes if each.name == "wording"]


@pytest.mark.parametrize(
    ("later", "relation"),
    [
        ("We ask all sides to stay calm until the inquiry is over", Relation.WORDING),
        ("We ask all sides to keep calm", Relation.MORE_SPECIFIC),
    ],
)
def test_one_utterance_in_other_words(later: str, relation: Relation) -> None:
    (wording,) = wordings(quoting("herald", CALM), quoting("courier", later))
    assert (wording.of, wording.relation) == ("Salam Dizayi", relation)
    assert {(version.value, version.givers[0].outlet) for version in wording.versions} == {
        (CALM, "herald"),
        (later, "courier"),
    }


@pytest.mark.parametrize(
    "second",
    [
        quoting("courier", CALM.upper()),
        quoting("courier", "The governor thanked the hospital and those who gave blood"),
        quoting("courier", "We ask all sides to stay calm until the inquiry is over", speaker="Omar Reed"),
        quoting("courier", "We ask all sides to stay calm until the inquiry is over", speaker=None),
        quoting("courier", "We ask all sides to stay calm until the inquiry is over", mode=Mode.PARAPHRASE),
        quoting("herald", "We ask all sides to stay calm until the inquiry is over"),
    ],
    ids=["same words", "something else", "somebody else", "nobody named", "no quotation", "one outlet"],
)
def test_what_differs_for_another_reason_is_no_other_wording(second: tuple[Document, Annotations]) -> None:
    assert wordings(quoting("herald", CALM), second) == []
