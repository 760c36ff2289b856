"""A story is headed by what most of its reports tell, not by whichever came first."""

import pytest

from dateline.model.documents import Document
from dateline.pipeline.ledger.headings import headline_document
from tests.write.factory import document

FORM = (
    "Port asks masters for a form",
    "Ships must send a form. The envoy Salwa Nazari is expected on Sunday.",
)
LANDS = ("Envoy Nazari begins visit to Balad", "The envoy Salwa Nazari began a visit to Balad on Sunday.")
MEETS = ("Nazari meets the governor", "On the second day of her visit to Balad the envoy met the governor.")
ARABIC = ("المبعوثة سلوى نظري تصل إلى بلد", "وصلت المبعوثة سلوى نظري إلى بلد.")


def report(told: tuple[str | None, str], *, lang: str = "en") -> Document:
    return document(told[1], title=told[0], lang=lang)


def test_the_headline_that_the_others_tell_most_of() -> None:
    reports = [report(FORM), report(LANDS), report(MEETS)]
    assert headline_document(reports, "en").title == LANDS[0]


@pytest.mark.parametrize(("language", "title"), [("en", LANDS[0]), ("ar", ARABIC[0]), ("fa", LANDS[0])])
def test_one_in_the_language_of_the_desk_if_there_is_any(language: str, title: str) -> None:
    reports = [report(LANDS), report(MEETS), report(ARABIC, lang="ar")]
    assert headline_document(reports, language).title == title


def test_a_story_without_any_headline_has_its_first_report() -> None:
    reports = [report((None, LANDS[1])), report((None, MEETS[1]))]
    assert headline_document(reports, "en") == reports[0]
