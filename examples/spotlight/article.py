"""The sample articles as they lie in the folder: one Markdown file each, with TOML front matter."""

import re
import tomllib
import zlib
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

HERE = Path(__file__).parent
ARTICLES = HERE / "articles"
FRONT_MATTER = re.compile(r"\A\+\+\+\n(.*?)\n\+\+\+\n(.*)\Z", re.DOTALL)
SAMPLE_NOTE = "Sample outlet — invented for Dateline’s demonstration"


@dataclass(frozen=True, slots=True)
class SampleOutlet:
    """An invented outlet; `host` is where it would live if it existed, `latin_name` what English calls it."""

    id: str
    name: str
    host: str
    kind: str
    language: str
    country: str
    timezone: str
    tagline: str
    template: str
    feed: str
    path: str
    owner: str = ""
    affiliation: str = ""
    encoding: str = "utf-8"
    latin_name: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def right_to_left(self) -> bool:
        """Say whether its pages run from right to left."""
        return self.language in {"ar", "fa"}


@dataclass(frozen=True, slots=True)
class SamplePicture:
    """A picture of an article; `file` lies in the folder `pictures`."""

    file: str
    caption: str
    credit: str
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """A change made after publication: `find` becomes `replace`; a silent one leaves no trace on the page."""

    at: datetime
    find: str
    replace: str
    silent: bool = True


@dataclass(frozen=True, slots=True)
class Article:
    """One article. `published` is when it goes out, `printed` the date as its page words it ("" for none).

    `in_feed_from` is set where the feed names it later than the outlet published it. `broken` is
    "truncated" (cut before the text), "hollow" (a page without text) or "missing" (404).
    """

    outlet: str
    slug: str
    title: str
    published: datetime
    printed: str
    body: str
    byline: str = ""
    section: str = ""
    source: str = ""
    pictures: tuple[SamplePicture, ...] = ()
    edits: tuple[Edit, ...] = ()
    in_feed_from: datetime | None = None
    feed_date: bool = True
    machine_date: bool = True
    broken: str = ""

    @property
    def announced_from(self) -> datetime:
        """When the outlet's feed or front page first names the article."""
        return self.in_feed_from or self.published

    @property
    def number(self) -> int:
        """A stable number, as content systems give one."""
        return 100_000 + zlib.crc32(f"{self.outlet}/{self.slug}".encode()) % 900_000

    def changed_at(self, now: datetime) -> datetime:
        """Return the instant of the last change that was made up to `now`."""
        return max((self.published, *(edit.at for edit in self.edits if edit.at <= now)))

    def updated_at(self, now: datetime) -> datetime:
        """Return the last change that the outlet owns up to."""
        return max((self.published, *(edit.at for edit in self.edits if edit.at <= now and not edit.silent)))

    def as_of(self, now: datetime) -> "Article":
        """Return the article as it stood at `now`."""
        title, body = self.title, self.body
        for edit in self.edits:
            if edit.at <= now:
                title = title.replace(edit.find, edit.replace)
                body = body.replace(edit.find, edit.replace)
        return replace(self, title=title, body=body)


def load_outlets() -> tuple[SampleOutlet, ...]:
    """Load the invented outlets in the order of their table."""
    tables = tomllib.loads((HERE / "outlets.toml").read_text(encoding="utf-8"))["outlets"]
    return tuple(SampleOutlet(**{**table, "aliases": tuple(table.get("aliases", ()))}) for table in tables)


def parse_article(outlet: str, slug: str, manuscript: str) -> Article:
    """Parse one file; raises ValueError where front matter is missing or an edit finds nothing to change."""
    parts = FRONT_MATTER.match(manuscript)
    if parts is None:
        raise ValueError(f"{outlet}/{slug}: expected front matter between two lines '+++'")
    front = tomllib.loads(parts[1])
    front["pictures"] = tuple(SamplePicture(**picture) for picture in front.get("pictures", ()))
    front["edits"] = tuple(Edit(**edit) for edit in front.get("edits", ()))
    article = Article(outlet=outlet, slug=slug, body=parts[2].strip() + "\n", **front)
    for edit in article.edits:
        if edit.find not in article.body and edit.find not in article.title:
            raise ValueError(f"{outlet}/{slug}: the edit of {edit.at} finds nothing to change")
    return article


def load_articles(folder: Path = ARTICLES) -> tuple[Article, ...]:
    """Load all articles in the order of publication."""
    articles = [
        parse_article(path.parent.name, path.stem[11:], path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("*/*.md"))
    ]
    return tuple(sorted(articles, key=lambda article: (article.published, article.outlet, article.slug)))
