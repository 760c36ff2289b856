"""The sample: what is said to be planted is there, and the outlets serve it round by round."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import feedparser  # type: ignore[import-untyped]
import httpx
import pytest

from dateline.desk import load_desk
from examples.spotlight.article import HERE, SAMPLE_NOTE, Article, load_articles, load_outlets, parse_article
from examples.spotlight.demo import ROUNDS
from examples.spotlight.desk import make_desk
from examples.spotlight.draw_pictures import SCENES
from examples.spotlight.inbox import MAKERS, deliver, load_enclosures
from examples.spotlight.pages import address
from examples.spotlight.site import Page, SampleWeb, serving

ARTICLES = {f"{article.outlet}/{article.slug}": article for article in load_articles()}
OUTLETS = {outlet.id: outlet for outlet in load_outlets()}
PLANTED = json.loads((HERE / "planted.json").read_text(encoding="utf-8"))
END = ROUNDS[-1]
CLIENT = httpx.Client(trust_env=False)
SLUGS = sorted(ARTICLES)


@pytest.fixture(scope="module")
def web() -> Iterator[SampleWeb]:
    with serving(SampleWeb(END), first_port=0) as served:
        yield served
        CLIENT.close()


@pytest.fixture(autouse=True)
def _at_the_end(web: SampleWeb) -> None:
    web.now = END


def get(web: SampleWeb, article: Article, **headers: str) -> httpx.Response:
    return CLIENT.get(web.bases[article.outlet] + address(OUTLETS[article.outlet], article), headers=headers)


def page_text(web: SampleWeb, name: str) -> str:
    article = ARTICLES[name]
    return get(web, article).content.decode(OUTLETS[article.outlet].encoding)


def test_the_sample_is_as_large_as_promised() -> None:
    whole = [article for article in ARTICLES.values() if not article.broken]
    days = {article.published.date() for article in whole}
    languages = [OUTLETS[article.outlet].language for article in whole]
    assert len(whole) >= 64
    assert len({article.outlet for article in whole}) == PLANTED["outlets"] == len(OUTLETS)
    assert days == {date(2020, 3, 8) + timedelta(days=number) for number in range(14)}
    assert languages.count("fa") >= 12
    assert languages.count("ar") >= 12


def test_hosts_cannot_belong_to_anybody() -> None:
    assert all(outlet.host.endswith(".example") for outlet in OUTLETS.values())


@pytest.mark.parametrize("name", [name for name in SLUGS if ARTICLES[name].broken in {"", "hollow"}])
def test_every_page_decodes_says_that_it_is_a_sample_and_has_its_words(web: SampleWeb, name: str) -> None:
    article, page = ARTICLES[name].as_of(END), page_text(web, name)
    assert SAMPLE_NOTE in page
    assert article.title in page.replace("&amp;", "&")
    shown = article.body.split("\n\n")[-1].strip().split(" ")[0].strip("“«(*")
    assert article.broken or shown in page


@pytest.mark.parametrize("name", [name for name in SLUGS if not ARTICLES[name].broken])
def test_no_sentence_stands_in_two_articles_but_the_wire_story(name: str) -> None:
    reprinted = {PLANTED["wire_story"]["original"], *(c["article"] for c in PLANTED["wire_story"]["copies"])}
    if name in reprinted:
        return
    paragraphs = {line for line in ARTICLES[name].body.splitlines() if len(line) > 40}
    others = "\n".join(other.body for key, other in ARTICLES.items() if key != name)
    assert not [paragraph for paragraph in paragraphs if paragraph in others]


def test_the_wire_story_is_reprinted_with_four_kinds_of_credit() -> None:
    wire = PLANTED["wire_story"]
    sentence = "Loads are to be moved to Iraqi trucks within four hours"
    assert sentence in ARTICLES[wire["original"]].body
    copies = {copy["article"].split("/")[0]: copy for copy in wire["copies"]}
    for copy in wire["copies"]:
        assert (sentence in ARTICLES[copy["article"]].body) is not copy["reworded"]
    assert ARTICLES[copies["tigris-ledger"]["article"]].source == "Harbour Wire"
    assert ARTICLES[copies["levant-courier"]["article"]].body.endswith("(Harbour Wire)\n")
    assert ARTICLES[copies["gulf-meridian"]["article"]].byline == "Harbour Wire"
    assert "Harbour Wire reported" in ARTICLES[copies["basalt-monitor"]["article"]].body


@pytest.mark.parametrize("version", PLANTED["death_toll"]["versions"], ids=lambda version: version["article"])
def test_the_death_toll_is_told_in_three_ways(version: dict[str, str]) -> None:
    assert version["quote"] in ARTICLES[version["article"]].body


def test_the_toll_is_corrected_in_the_open(web: SampleWeb) -> None:
    correction = PLANTED["death_toll"]["correction"]
    web.now = ROUNDS[1]
    before = page_text(web, correction["article"])
    web.now = ROUNDS[2]
    after = page_text(web, correction["article"])
    assert correction["before"] in before
    assert correction["note"] not in before
    assert correction["after"] in after
    assert correction["note"] in after


def test_an_article_is_edited_without_a_word(web: SampleWeb) -> None:
    edit, article = PLANTED["silent_edit"], ARTICLES[PLANTED["silent_edit"]["article"]]
    web.now = ROUNDS[1]
    first, feed_before = get(web, article), CLIENT.get(web.bases[article.outlet] + "/feed")
    entry_before = next(e for e in feed_before.json()["items"] if e["title"] == article.title)
    web.now = ROUNDS[2]
    second = get(web, article, **{"If-None-Match": first.headers["etag"]})
    entries = CLIENT.get(web.bases[article.outlet] + "/feed").json()["items"]
    entry = next(entry for entry in entries if entry["title"] == article.title)
    assert all(words in first.text for words in edit["before"])
    assert second.status_code == 200
    assert all(words in second.text for words in edit["after"])
    assert not any(words in second.text for words in edit["before"])
    assert entry["date_published"] == entry_before["date_published"]
    assert "orrect" not in second.text


@pytest.mark.parametrize("quarrel", PLANTED["claim_and_denial"])
def test_claims_are_denied_later(quarrel: dict[str, dict[str, str]]) -> None:
    claim = quarrel["claim"]
    assert claim["quote"] in ARTICLES[claim["article"]].body
    for denial in quarrel["denials"]:
        assert denial["quote"] in ARTICLES[denial["article"]].body  # type: ignore[index]
        assert ARTICLES[denial["article"]].published > ARTICLES[claim["article"]].published  # type: ignore[index]


def test_an_anonymous_source_stands_behind_two_links() -> None:
    links = PLANTED["anonymous_behind_two_links"]
    for link in (links["first"], links["passed_on"]):
        assert link["quote"] in ARTICLES[link["article"]].body


@pytest.mark.parametrize(("spelling", "name"), PLANTED["one_person"]["spellings"].items())
def test_one_person_has_many_spellings(spelling: str, name: str) -> None:
    assert spelling in ARTICLES[name].body


def test_another_person_looks_like_him() -> None:
    twin = PLANTED["look_alike_person"]
    assert twin["name"] in ARTICLES[twin["article"]].body
    assert twin["not"] not in ARTICLES[twin["article"]].body


def test_two_attacks_on_one_base_look_alike() -> None:
    first, second = PLANTED["look_alike_events"]
    assert first["day"] != second["day"]
    for name in (*first["articles"], *second["articles"]):
        assert "Qayyarah" in ARTICLES[name].body or "القيارة" in ARTICLES[name].body


def test_one_page_has_a_jalali_date_in_words_and_no_other(web: SampleWeb) -> None:
    planted = PLANTED["jalali_words_only"]
    page = page_text(web, planted["article"])
    feed = feedparser.parse(CLIENT.get(web.bases["kahroba"] + "/feed").content)
    entry = next(entry for entry in feed.entries if entry.title == ARTICLES[planted["article"]].title)
    assert planted["printed"] in page
    assert "2020" not in page
    assert "published" not in entry
    assert "last-modified" not in get(web, ARTICLES[planted["article"]]).headers


def test_levantine_months_stand_in_windows_1256(web: SampleWeb) -> None:
    planted = PLANTED["levantine_month"]
    body = get(web, ARTICLES[planted["article"]]).content
    assert planted["printed"].encode("windows-1256") in body
    with pytest.raises(UnicodeDecodeError):
        body.decode("utf-8")


def test_the_zone_trap_is_another_day_in_utc() -> None:
    published = ARTICLES[PLANTED["zone_trap"]["article"]].published
    assert published.isoformat() == PLANTED["zone_trap"]["published"]
    assert published.astimezone(UTC).date() != published.date()


def test_one_article_has_no_date_at_all(web: SampleWeb) -> None:
    answer = get(web, ARTICLES[PLANTED["no_date"]])
    assert "2020" not in answer.text
    assert "last-modified" not in answer.headers


def test_three_pages_are_broken(web: SampleWeb) -> None:
    broken = {kind: get(web, ARTICLES[name]) for kind, name in PLANTED["broken"].items()}
    assert broken["missing"].status_code == 404
    assert "</html>" not in broken["truncated"].text
    assert ARTICLES[PLANTED["broken"]["truncated"]].body.strip() not in broken["truncated"].text
    assert ARTICLES[PLANTED["broken"]["hollow"]].body.strip() not in broken["hollow"].text


def test_one_article_enters_the_feed_days_later(web: SampleWeb) -> None:
    late = ARTICLES[PLANTED["late_in_feed"]["article"]]
    web.now = ROUNDS[3]
    assert late.title not in CLIENT.get(web.bases[late.outlet] + "/feed").text
    web.now = ROUNDS[4]
    assert late.title in CLIENT.get(web.bases[late.outlet] + "/feed").text


@pytest.mark.parametrize(
    "outlet", [o for o in OUTLETS.values() if o.feed in {"rss", "atom"}], ids=lambda o: o.id
)
@pytest.mark.parametrize("now", ROUNDS, ids=lambda now: f"{now:%m-%d}")
def test_feeds_name_what_was_published_up_to_now(web: SampleWeb, outlet, now: datetime) -> None:  # type: ignore[no-untyped-def]
    web.now = now
    feed = feedparser.parse(CLIENT.get(web.bases[outlet.id] + "/feed").content)
    expected = {
        a.as_of(now).title for a in ARTICLES.values() if a.outlet == outlet.id and a.announced_from <= now
    }
    assert not feed.bozo
    assert {entry.title for entry in feed.entries} == expected


def test_the_wire_credit_stands_in_the_feed(web: SampleWeb) -> None:
    feed = feedparser.parse(CLIENT.get(web.bases["tigris-ledger"] + "/feed").content)
    assert "Harbour Wire" in [entry.source.title for entry in feed.entries if "source" in entry]


def test_an_outlet_without_a_feed_has_an_index_page(web: SampleWeb) -> None:
    base = web.bases[PLANTED["index_page_only"]]
    listing = CLIENT.get(f"{base}/news").text
    assert CLIENT.get(f"{base}/feed").status_code == 404
    assert "/reports/tea-seller-of-trebil/" in listing


def test_a_page_that_is_known_is_not_sent_again(web: SampleWeb) -> None:
    article = ARTICLES["harbour-wire/captive-executed"]
    first = get(web, article)
    again = get(web, article, **{"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_nothing_is_served_before_it_is_published(web: SampleWeb) -> None:
    web.now = ROUNDS[0]
    assert get(web, ARTICLES["harbour-wire/captive-executed"]).status_code == 404


def test_robots_are_welcome(web: SampleWeb) -> None:
    assert "Disallow: /search" in CLIENT.get(web.bases["kahroba"] + "/robots.txt").text


@pytest.mark.parametrize(
    "path", ["/pictures/../outlets.toml", "/pictures/%2e%2e/outlets.toml", "/pictures/nothing.png"]
)
def test_pictures_are_all_that_is_served_from_disk(path: str) -> None:
    assert SampleWeb(END).find_page(next(iter(OUTLETS.values())), path) is None


def test_pictures_exist_and_are_what_the_script_draws(web: SampleWeb) -> None:
    named = {picture.file for article in ARTICLES.values() for picture in article.pictures}
    assert len(named) >= 10
    for file in named:
        drawn = (HERE / "pictures" / file).read_bytes()
        assert len(drawn) < 40_000
        assert CLIENT.get(f"{web.bases['kahroba']}/pictures/{file}").content == drawn
    draw, seed = SCENES["qayyarah-map"]
    assert draw(seed).png() == (HERE / "pictures" / "qayyarah-map.png").read_bytes()


def test_every_picture_has_caption_and_credit() -> None:
    pictures = [picture for article in ARTICLES.values() for picture in article.pictures]
    assert all(picture.caption and picture.credit and picture.alt for picture in pictures)


def test_the_desk_can_be_loaded_and_follows_every_outlet(tmp_path) -> None:  # type: ignore[no-untyped-def]
    make_desk(tmp_path, {outlet: f"http://127.0.0.1:{9000 + n}" for n, outlet in enumerate(OUTLETS)})
    desk = load_desk(tmp_path)
    assert {outlet.id for outlet in desk.outlets} >= set(OUTLETS)
    assert all(outlet.sample for outlet in desk.outlets)
    assert {enclosure.file.split("/")[0] for enclosure in load_enclosures()} <= {o.id for o in desk.outlets}


def test_files_reach_the_inbox_once_and_with_the_same_bytes(tmp_path) -> None:  # type: ignore[no-untyped-def]
    enclosures = load_enclosures()
    early = deliver(enclosures, tmp_path / "one", ROUNDS[0])
    rest = deliver(enclosures, tmp_path / "one", END)
    again = deliver(enclosures, tmp_path / "two", END)
    assert [path.suffix for path in early] == [".pdf"]
    assert {path.suffix for path in (*early, *rest)} == set(MAKERS)
    assert deliver(enclosures, tmp_path / "one", END) == []
    for path in again:
        assert path.read_bytes() == (tmp_path / "one" / path.relative_to(tmp_path / "two")).read_bytes()


def test_front_matter_and_edits_are_checked() -> None:
    with pytest.raises(ValueError, match="expected front matter"):
        parse_article("kahroba", "x", "no front matter")
    edited = (
        '+++\ntitle = "T"\npublished = 2020-03-08T08:00:00Z\nprinted = ""\n[[edits]]\n'
        'at = 2020-03-09T08:00:00Z\nfind = "absent"\nreplace = ""\n+++\nText.\n'
    )
    with pytest.raises(ValueError, match="finds nothing"):
        parse_article("kahroba", "x", edited)


def test_etags_differ_where_bodies_differ() -> None:
    assert Page(b"a", "text/html").etag != Page(b"b", "text/html").etag
