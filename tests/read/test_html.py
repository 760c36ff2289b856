import json
import re
from collections.abc import Callable
from dataclasses import asdict

import pytest

from dateline.errors import Unreadable
from dateline.model.evidence import Announcement
from dateline.model.outlets import Outlet

FILLER = (
    "<p>The provincial council met on Sunday to hear the report of the water authority, and put off its vote "
    "on the new canal until the engineers have answered the questions of the farmers.</p>"
    "<p>Several members said that the figures of the report did not agree with those of last year.</p>"
)


def article(head: str = "", before: str = "", after: str = "", lang: str = "en") -> bytes:
    return (
        f'<html lang="{lang}"><head><meta charset="utf-8"><title>Council puts off its vote</title>'
        f"{head}</head><body>"
        f"<article><h1>Council puts off its vote</h1>{before}{FILLER}{after}</article></body></html>"
    ).encode()


@pytest.mark.parametrize("name", ["en", "fa", "ar_levant", "ar_hijri", "hostile"])
def test_page_is_read_as_before(name: str, page, read, golden: Callable[[str, str], None]) -> None:
    fields = asdict(read(page[name]))
    for volatile in ("id", "reader", "evidence"):
        del fields[volatile]
    golden(f"read/{name}.json", json.dumps(fields, ensure_ascii=False, indent=1, default=str) + "\n")


def test_no_code_survives_in_any_field(page, read) -> None:
    document = read(page["hostile"])
    everything = json.dumps(asdict(document), default=str, ensure_ascii=False)
    for trace in (
        "steal",
        "javascript:",
        "data:",
        "onerror",
        "<script",
        "framed words",
        "written by a script",
    ):
        assert trace not in everything
    assert [picture.url for picture in document.pictures] == ["https://courier.example/port.jpg"]
    assert not re.search("[\x00-\x09\x0b-\x1f\u00ad\u200b\u202a-\u202e\u2066-\u2069]", document.text)


def test_zero_width_non_joiner_stays(page, read) -> None:
    assert "می‌گویند" in read(page["fa"]).text


@pytest.mark.parametrize(
    ("declared", "encoding", "issue"),
    [
        ("windows-1256", "windows-1256", None),
        ("utf-8", "windows-1256", "declared as utf-8, which it is not; read as windows-1256 by its letters"),
        ("iso-8859-1", "windows-1256", "declared as cp1252, but is windows-1256; read as windows-1256"),
        ("windows-1256", "utf-8", "declared as cp1256, but is UTF-8; read as UTF-8"),
    ],
)
def test_encoding_is_told_from_the_bytes(declared: str, encoding: str, issue: str | None, page, read) -> None:
    source = page["ar_levant"].decode().replace('charset="utf-8"', f'charset="{declared}"')
    document = read(source.encode(encoding))
    assert document.text == read(page["ar_levant"]).text
    assert document.issues == ((issue,) if issue else ())


def test_header_charset_counts_before_the_pages(page, read) -> None:
    source = page["ar_levant"].decode().encode("windows-1256")
    assert read(source, media_type="text/html; charset=windows-1256").issues == ()


def test_western_page_keeps_its_declared_encoding(read) -> None:
    body = article(after="<p>Le préfet a déclaré que la crise était passée à Orléans.</p>").replace(
        b"utf-8", b"latin1"
    )
    document = read(body.decode().encode("latin-1"))
    assert "préfet a déclaré" in document.text
    assert not any("declared" in issue for issue in document.issues)


def test_text_encoded_twice_is_read_as_once(page, read) -> None:
    twice = page["ar_levant"].decode("utf-8").encode().decode("latin-1").encode("utf-8")
    document = read(twice)
    assert document.text == read(page["ar_levant"]).text
    assert "UTF-8 twice" in document.issues[0]


@pytest.mark.parametrize(
    ("head", "before", "url", "value", "found_in"),
    [
        ('<meta property="article:published_time" content="2020-03-09T00:30:00+03:30">', "", "",
         "2020-03-09T00:30:00+03:30", "meta article:published_time"),
        ('<meta name="date" content="2020-03-09T10:15Z">', "", "", "2020-03-09T10:15+00:00", "meta date"),
        ("", '<time datetime="2020-03-09T10:15">9 March</time>', "", "2020-03-09T10:15", "time element"),
        ("", '<time datetime="2020-03-11">Updated</time><p class="published">9 March 2020</p>', "",
         "2020-03-11", "time element"),
        ("",
         '<p>Updated: <time datetime="2020-03-11">11 March</time></p><p class="published">9 March 2020</p>',
         "", "2020-03-09", "visible date"),
        ("", '<span class="date">۱۹ اسفند ۱۳۹۸</span>', "", "2020-03-09", "visible date"),
        ("", '<time datetime="1398-12-19T08:00">امروز</time>', "", "2020-03-09T08:00", "time element"),
        ("", '<time datetime="1441-07-14">اليوم</time>', "", "2020-03-09", "time element"),
        ("", "", "https://c.example/2020/03/09/vote.html", "2020-03-09", "address"),
        ("", "", "https://c.example/news/1398/12/19/540", "2020-03-09", "address"),
        ("", "", "https://c.example/2020/mar/09/vote", "2020-03-09", "address"),
    ],
)  # fmt: skip
def test_publication_is_found_as_stated(
    head: str, before: str, url: str, value: str, found_in: str, read
) -> None:
    published = read(article(head, before), url=url or "https://courier.example/news/540").published
    assert (published.value, published.found_in) == (value, found_in)


def test_raw_date_is_kept_beside_the_value(page, read) -> None:
    assert read(page["fa"]).published.raw == "یکشنبه ۱۸ اسفند ۱۳۹۸ - ۱۰:۲۵"


def test_feed_gives_the_date_that_the_page_lacks(read) -> None:
    announced = Announcement(published="Mon, 09 Mar 2020 23:30:00 +0330")
    published = read(article(), announced=announced).published
    assert (published.value, published.found_in) == ("2020-03-09T23:30:00+03:30", "feed")


def test_page_without_date_says_so(read) -> None:
    document = read(article(after="<footer>Copyright 2020. Last updated 11 March 2020</footer>"))
    assert document.published is None
    assert "no date of publication found" in document.issues


def test_date_after_the_capture_is_not_taken(read) -> None:
    head = '<meta property="article:published_time" content="2020-05-01T10:00Z">'
    document = read(article(head, '<span class="date">9 March 2020</span>'))
    assert document.published.value == "2020-03-09"
    assert "2020-05-01T10:00Z" in document.issues[0] and "later than the capture" in document.issues[0]


def test_date_of_the_days_header_is_not_the_articles(page, read) -> None:
    assert read(page["fa"]).published.day == "2020-03-08"


@pytest.mark.parametrize(
    ("opening", "source"),
    [
        ("<p>BERLIN, March 3 (DPA) — The canal was closed on Tuesday.</p>", "DPA"),
        ("<p>(Reuters) - The canal was closed on Tuesday.</p>", "Reuters"),
        ("<p>وكالات - أغلقت القناة يوم الثلاثاء.</p>", "وكالات"),
        ("<p>The canal (see map) — closed since Tuesday — is long.</p>", None),
        ("<p>Officials (some from Basra) - came on Tuesday.</p>", None),
    ],
)
def test_agency_that_signs_the_text_is_the_source(opening: str, source: str | None, read) -> None:
    assert read(article(before=opening)).source == source


def test_feed_credit_counts_unless_it_is_the_outlet_itself(read) -> None:
    outlet = Outlet("courier", "Levant Courier", aliases=("Courier",))
    credited = Announcement(source_name="Harbour Wire")
    assert read(article(), announced=credited, outlet=outlet).source == "Harbour Wire"
    assert read(article(), announced=Announcement(source_name="Courier"), outlet=outlet).source is None


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Council puts off its vote - Levant Courier", "Council puts off its vote"),
        ("Levant Courier | Council: vote put off", "Council: vote put off"),
        ("Vote on canal - and on dam", "Vote on canal - and on dam"),
    ],
)
def test_title_is_cleaned_of_the_outlets_name(title: str, expected: str, read) -> None:
    body = (
        f"<html><head><title>{title}</title></head><body><article>{FILLER}</article></body></html>".encode()
    )
    assert read(body, outlet=Outlet("courier", "Levant Courier")).title == expected


@pytest.mark.parametrize(
    ("caption", "words", "credit"),
    [
        ("The canal (Photo: Rana Haddad)", "The canal", "Rana Haddad"),
        ("The canal. Credit: Harbour Wire", "The canal.", "Harbour Wire"),
        ("The canal / Harbour Wire", "The canal", "Harbour Wire"),
        ("کانال | عکس: مهدی رستمی", "کانال", "مهدی رستمی"),
        ("The canal © Rana Haddad", "The canal", "Rana Haddad"),
        ("The canal in 2018", "The canal in 2018", None),
        (
            'The canal <span class="credit">Rana Haddad/Harbour Wire</span>',
            "The canal",
            "Rana Haddad/Harbour Wire",
        ),
        (
            "<span>Pumps at the canal</span> <cite>Harbour Wire desk</cite>",
            "Pumps at the canal",
            "Harbour Wire desk",
        ),
    ],
)
def test_credit_is_split_off_the_caption(caption: str, words: str, credit: str | None, read) -> None:
    figure = f'<figure><img src="../canal.jpg" alt="Canal"><figcaption>{caption}</figcaption></figure>'
    (picture,) = read(article(before=figure)).pictures
    assert (picture.caption, picture.credit, picture.alt) == (words, credit, "Canal")
    assert picture.url == "https://courier.example/canal.jpg"


def test_picture_of_an_inbox_file_stays_beside_it(read) -> None:
    figures = '<figure><img src="files/a b.jpg"></figure><figure><img src="../../etc/passwd.jpg"></figure>'
    pictures = read(article(before=figures), url="file:saved/page.html").pictures
    assert [picture.url for picture in pictures] == ["files/a%20b.jpg"]


def test_canonical_address_names_a_saved_page_but_not_a_fetched_one(read) -> None:
    body = article('<link rel="canonical" href="https://courier.example/news/7">')
    assert read(body, url="file:page.html").url == "https://courier.example/news/7"
    assert read(body).url == "https://courier.example/news/540"


def test_wrong_language_attribute_is_overruled(page, read) -> None:
    document = read(page["fa"].replace(b'lang="fa"', b'lang="en"'))
    assert document.lang == "fa"
    assert "the page says its language is en, its text is fa" in document.issues


def test_paragraphs_by_double_breaks_are_kept_apart(read) -> None:
    first = (
        "The council met on Sunday to hear the report of the water authority on the canal and on the new dam."
    )
    second = "It put off its vote until the engineers have answered the many questions of the farmers."
    body = f"<html><body><article><h1>Council</h1><p>{first}<br>\n<br>{second}</p></article></body></html>"
    assert read(body.encode()).text == f"{first}\n\n{second}"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "found an empty file"),
        (b"<html><head><title>Levant Courier</title></head><body><nav>Home</nav></body></html>",
         "expected an article, found"),
        (b"<html><head><title>404 Not Found</title></head><body>" + FILLER.encode() + b"</body></html>",
         "an error page"),
        (b"<html><head><title>Prices</title></head><body><main><p>Contents Archive Write to us</p>"
         b"<p>Barley 210 up, oats 188 down, lentils 640 unchanged, chickpeas 702 up, sugar 512 unchanged</p>"
         b"<p>Live: ships waiting off the outer bar 17 March 2020 | 10:00</p></main></body></html>",
         "no whole sentence"),
        (b"<rss version='2.0'><channel><title>News</title></channel></rss>", "found a feed"),
        (b"\xff\xd8\xff\xe0JFIF", "found a JPEG picture"),
        (b"PK\x03\x04something", "found a ZIP file"),
    ],
)  # fmt: skip
def test_unreadable_page_says_why(body: bytes, reason: str, read) -> None:
    with pytest.raises(Unreadable, match=reason) as raised:
        read(body)
    assert "https://courier.example/news/540" in str(raised.value)


def test_reading_twice_gives_the_same_document(page, read) -> None:
    assert read(page["en"]) == read(page["en"])
    assert read(page["en"]).id != read(page["en"], url="https://other.example/").id


def test_page_that_is_one_form_is_read(read) -> None:
    body = (
        article()
        .replace(b"<article>", b"<form action='/'><div>")
        .replace(b"</article>", b"<p>End.</p></div></form>")
    )
    assert read(body).text.startswith("The provincial council met on Sunday")


def test_furniture_at_the_top_and_bottom_is_left_out(read) -> None:
    before = "<p>Region</p><p>Council puts off its vote</p><p>Rana Haddad | March 9, 2020</p>"
    document = read(
        article('<meta name="author" content="Rana Haddad">', before, "<p>From our notebook:</p>")
    )
    assert document.text.startswith("The provincial council") and document.text.endswith("of last year.")


def test_byline_beside_the_date_is_found(read) -> None:
    assert read(article(before='<p class="when">9 March 2020 — Rana Haddad</p>')).byline == "Rana Haddad"
