import json

import lxml.html
import pytest

from dateline.write.forms.linked import linked_data
from dateline.write.forms.render_html import render_html
from tests.write.forms.factory import DOCUMENTS, EDITION, HOSTILE, with_words


def test_claims_appear_in_the_articles_that_are_cited() -> None:
    graph = json.loads(linked_data(EDITION))["@graph"]
    by_id = {thing["@id"]: thing for thing in graph}
    claims = [thing for thing in graph if thing["@type"] == "Claim"]
    assert [by_id[claim["appearance"][0]["@id"]]["publisher"]["name"] for claim in claims] == [
        "Qalamoun Post", "Karun", "al-Sahil",
    ]  # fmt: skip
    assert by_id["#edition"]["temporalCoverage"] == "2021-05-01/2021-05-14"
    assert by_id["#edition"]["correction"][0]["@type"] == "CorrectionComment"


@pytest.mark.parametrize("words", [words for words in HOSTILE if "\ud800" not in words])
def test_no_content_ends_the_block(words: str) -> None:
    page = lxml.html.fromstring(render_html(with_words(words), DOCUMENTS))
    (block,) = page.xpath("//script")
    graph = json.loads(block.text)["@graph"]
    assert graph[0]["headline"].startswith(" ".join(words.replace("\x00", "").split())[:5])
