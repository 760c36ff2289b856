"""A claim on one line: what tells little alone stands with its sentence."""

import pytest

from dateline.web.views.claims import claim_line
from tests.extract.factory import annotate, document


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The mayor rejected it.", "The mayor rejected it."),
        ("The mayor said that the road was cut.", None),
    ],
)
def test_a_short_content_is_shown_with_its_sentence(text: str, shown: str | None) -> None:
    claim = next(claim for claim in annotate(text).claims if claim.cue)
    assert claim_line(claim, document(text)).sentence == shown
