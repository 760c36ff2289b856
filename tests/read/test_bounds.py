"""Pages made to be slow or to break the parser: each is read or refused within seconds."""

import time

import pytest

from dateline.errors import Unreadable

PARAGRAPHS = "".join(
    f"<p>Paragraph {n}: the council met on day {n} to hear the report of the water authority.</p>"
    for n in range(4)
)
MOST_SECONDS = 20  # a page of this size is read in a tenth; the machine may be busy


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<div>" * 100_000 + PARAGRAPHS, id="nested"),
        pytest.param("<article><h1>x</h1>" + PARAGRAPHS + "<br>" * 100_000, id="line breaks"),
        pytest.param("<article>" + PARAGRAPHS + "<img src=a.jpg>" * 10_000, id="pictures"),
        pytest.param("<title>" + "a - " * 50_000 + "</title><article>" + PARAGRAPHS, id="title"),
        pytest.param(
            '<script type="application/ld+json">' + "[" * 200_000 + "</script>" + PARAGRAPHS, id="linked"
        ),
        pytest.param("<article><p>e" + "\u0301" * 100_000 + "</p>" + PARAGRAPHS, id="combining marks"),
        pytest.param("<article>" + "<span class=date>3 4 5 6</span>" * 5_000 + PARAGRAPHS, id="date lines"),
        pytest.param(
            "<article>" + PARAGRAPHS + "<p>&#0;&#1;&#8;&#xd800;&#xffff;</p><svg></svg>&#1;", id="references"
        ),
    ],
)
def test_hostile_page_is_read_or_refused_in_time(page: str, read) -> None:
    began = time.monotonic()
    try:
        text = read(page.encode()).text
    except Unreadable:
        text = ""
    assert time.monotonic() - began < MOST_SECONDS
    text.encode("utf-8")


def test_page_has_a_bound(read) -> None:
    with pytest.raises(Unreadable, match="at most 5000000 characters, found 5000004"):
        read(b"<p>" + b"a" * 5_000_001)
