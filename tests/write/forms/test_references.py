import json
import re
from dataclasses import replace

import pytest

from dateline.write.forms.references import write_bibtex, write_csl, write_ris
from tests.write.forms.factory import DOCUMENTS, EDITION, HOSTILE, job, with_words


def text(printed) -> str:
    return printed.body.decode()


def test_csl_names_what_is_cited() -> None:
    first = json.loads(text(write_csl(job())))[0]
    assert first == {
        "id": "d-en",
        "type": "article-newspaper",
        "title": "Bridge closed & reopened",
        "author": [{"literal": "Rana Q. Halabi"}],
        "container-title": "Qalamoun Post",
        "issued": {"date-parts": [[2021, 5, 3]]},
        "accessed": {"date-parts": [[2021, 5, 4]]},
        "URL": "https://en.example/bridge?a=1&b=2",
        "language": "en",
        "note": f"SHA-256 {DOCUMENTS['d-en'].evidence}",
    }


def test_bibtex_escapes_and_balances() -> None:
    written = text(write_bibtex(job()))
    assert written.count("@online{") == 3
    assert "title = {{Bridge closed \\& reopened}}" in written
    assert "url = {https://en.example/bridge?a=1&b=2}" in written


@pytest.mark.parametrize("words", HOSTILE)
def test_no_title_ends_its_bibtex_entry(words: str) -> None:
    written = text(write_bibtex(job(with_words(words))))
    bare = re.sub(r"\\[\\{}]", "", written)
    depths = [bare[:at].count("{") - bare[:at].count("}") for at in range(len(bare) + 1)]
    assert min(depths) == depths[-1] == 0
    assert written.count("\n@online{") == 2
    assert not re.search(r"\\input\b", written.replace("\\textbackslash{}input", ""))


@pytest.mark.parametrize("words", HOSTILE)
def test_no_title_ends_its_ris_record(words: str) -> None:
    lines = text(write_ris(job(with_words(words)))).split("\r\n")
    assert [line for line in lines if line and not re.match(r"[A-Z][A-Z0-9]  - ", line)] == []
    assert [line for line in lines if line.startswith("TY")] == ["TY  - NEWS"] * 3


def test_a_date_keeps_its_precision() -> None:
    monthly = replace(EDITION, documents=(replace(EDITION.documents[0], published="2021-05"),))
    undated = replace(EDITION, documents=(replace(EDITION.documents[0], published=None),))
    assert json.loads(text(write_csl(job(monthly))))[0]["issued"] == {"date-parts": [[2021, 5]]}
    assert "issued" not in json.loads(text(write_csl(job(undated))))[0]
    assert "DA  - 2021/05/\r\n" in text(write_ris(job(monthly)))
