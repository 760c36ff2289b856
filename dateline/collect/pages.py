"""Index pages: the links that look like articles of the same host."""

import re
from urllib.parse import urlsplit

from lxml import etree, html

from dateline.collect.addresses import canonical_url, host_of
from dateline.errors import Unreadable

MAX_PAGE_LINKS = 100
SHORTEST_HEADLINE = 18  # characters of link text; menus have one or two words, headlines more
# Years, article numbers and slugs of three words: what paths of articles have and sections have not.
_ARTICLE_PATH = re.compile(r"\d{4,}|[^/-]+(?:-[^/-]+){2,}|\.s?html?$")
_FILE = re.compile(r"\.(?:jpe?g|png|gif|svg|webp|mp[34]|css|js|xml|rss|zip)$", re.IGNORECASE)


def find_article_links(body: bytes, *, url: str, limit: int = MAX_PAGE_LINKS) -> tuple[str, ...]:
    """Return canonical addresses of articles that the page links to, in its order. Raises Unreadable."""
    try:
        page = html.document_fromstring(body, parser=html.HTMLParser(no_network=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(f"{url}: expected an index page in HTML, found no markup ({error})") from error
    found: dict[str, None] = {}
    for link in page.iter("a"):
        target = canonical_url(str(link.get("href") or ""), url)
        if target and _is_article(target, "".join(link.itertext()), url):
            found[target] = None
    return tuple(found)[:limit]


def _is_article(target: str, words: str, page_url: str) -> bool:
    path = urlsplit(target).path
    if host_of(target) != host_of(page_url) or path in ("", "/") or _FILE.search(path):
        return False
    return target != canonical_url(page_url) and (
        _ARTICLE_PATH.search(path) is not None or len(words.strip()) >= SHORTEST_HEADLINE
    )
