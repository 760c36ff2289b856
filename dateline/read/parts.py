"""What a format yields before it becomes a document."""

from dataclasses import dataclass

from dateline.model.documents import Picture
from dateline.model.times import StatedTime


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one article. `publisher` and `lang` are as the page states them."""

    text: str
    title: str | None = None
    byline: str | None = None
    source: str | None = None
    publisher: str | None = None
    published: StatedTime | None = None
    lang: str | None = None
    url: str | None = None
    pictures: tuple[Picture, ...] = ()
    issues: tuple[str, ...] = ()
