"""Pictures of a page: absolute address, caption, credit, and the date that the caption states."""

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from dateline.model.documents import Picture
from dateline.model.times import StatedTime
from dateline.read.cleaning import clean_line, without_tags
from dateline.read.facts import Facts
from dateline.read.instants import stated_dates

MOST_PICTURES = 30
LONGEST_CAPTION = 1000  # code points
CAPTION_DEPTH = 5  # steps up from a picture within which its figure begins
SMALLEST_SIDE = 100  # pixels; smaller are icons and counters
SOURCES = ("data-src", "data-original", "data-lazy-src", "data-full-src", "data-srcset", "srcset", "src")
_NO_PICTURE = re.compile(
    r"(?i)\.svg(?:$|\?)|sprite|spacer|pixel|blank\.|1x1|/logo|logo\.|avatar|gravatar|icon[s_/.-]|placeholder|emoji"
)
_FRAME = re.compile(
    r"(?i)\b(?:nav|footer|sidebar|related|comments?|recommend\w*|teaser\w*|widget|menu|popular|avatar"
    r"|author-?(?:box|image|bio))\b"
)
_WORD = (
    r"(?:photos?|pictures?|images?|credits?|photograph|courtesy(?: of)?|source|foto|bild|crédits?"
    r"|عکس|عکاس|منبع|تصوير|الصورة|صورة|المصدر|צילום)"
)
_CAPTIONED = re.compile(r"(?i)caption|figure")
_CREDIT = (
    re.compile(
        rf"\s*[(\[]\s*(?:{_WORD}\s*(?:by\b|:|/|credits?:|©)|©|via\b)\s*(?P<credit>[^()\[\]]+)[)\]]\s*$", re.I
    ),
    re.compile(
        rf"\s*(?:\b|^|(?=©))(?:{_WORD}(?:\s+(?:by|credit|courtesy))?\s*[:：]|(?:photo|image|picture)\s+by\b|©)\s*(?P<credit>[^.:\n]{{2,120}}?)\.?\s*$",
        re.I,
    ),
    re.compile(r"\s+[/|]\s+(?P<credit>[^/|\n]{2,80}?)\s*$"),
)
_CREDIT_CLASS = re.compile(r"(?i)credit|copyright|source|photographer|agency|rights")


def page_pictures(tree: HtmlElement, facts: Facts, url: str) -> tuple[Picture, ...]:
    """Return the pictures of the article in order, the announced one first where it is not among them."""
    found: dict[str, Picture] = {}
    for image in tree.iter("img"):
        picture = _picture(image, url)
        if picture is not None and (picture.url not in found or not found[picture.url].caption):
            found[picture.url] = picture
        if len(found) >= MOST_PICTURES:
            break
    leading = absolute_address(facts.meta("og:image", "og:image:url", "twitter:image"), url)
    names = {_file_name(address) for address in found}
    if leading and _file_name(leading) not in names and not _NO_PICTURE.search(leading):
        alt = facts.meta("og:image:alt", "twitter:image:alt")
        return Picture(leading, alt=alt), *found.values()
    return tuple(found.values())


def absolute_address(stated: str | None, url: str) -> str | None:
    """Return a picture's address made absolute; None unless on the web or beside a file of the inbox."""
    if not stated:
        return None
    address = re.sub(r"[\x00-\x20]+", lambda found: "%20" if found[0] == " " else "", stated.strip())
    try:
        scheme = urlsplit(address).scheme.lower()
        if url.startswith("file:"):
            inside = not scheme and not address.startswith("/") and ".." not in address.split("/")
            return address if scheme in {"http", "https"} or inside else None
        joined = urljoin(url, address)
        return joined if urlsplit(joined).scheme in {"http", "https"} and urlsplit(joined).netloc else None
    except ValueError:
        return None


def split_credit(caption: str | None) -> tuple[str | None, str | None]:
    """Return the caption without its credit, and the credit.

    >>> split_credit("Convoy at the crossing (Photo: Karun Agency)")
    ('Convoy at the crossing', 'Karun Agency')
    """
    if not caption:
        return None, None
    for pattern in _CREDIT:
        found = pattern.search(caption)
        if found and any(map(str.isalpha, found["credit"])):
            return caption[: found.start()].rstrip(" |/–—-") or None, found["credit"].strip()
    return caption, None


def _picture(image: HtmlElement, url: str) -> Picture | None:
    address = absolute_address(_source(image), url)
    if address is None or _NO_PICTURE.search(address) or _is_small(image):
        return None
    figure = _figure(image)
    if figure is None and not _in_article(image):
        return None
    if any(
        _FRAME.search(_names(each)) or each.tag in {"nav", "footer", "aside"}
        for each in image.iterancestors()
        if each.tag not in {"body", "html"}
    ):
        return None
    caption, credit = _caption(figure, image)
    return Picture(address, caption, credit, _caption_date(caption), without_tags(image.get("alt")))


def _source(image: HtmlElement) -> str | None:
    for name in SOURCES:
        stated = (image.get(name) or "").strip()
        if stated and not stated.lower().startswith(("data:", "javascript:", "about:", "blob:")):
            return stated.split(",")[0].split()[0] if "srcset" in name else stated
    return None


def _is_small(image: HtmlElement) -> bool:
    sides = (re.match(r"\d+", image.get(name) or "") for name in ("width", "height"))
    return any(side and int(side[0][:9]) < SMALLEST_SIDE for side in sides)


def _figure(image: HtmlElement) -> HtmlElement | None:
    near = islice(image.iterancestors(), CAPTION_DEPTH)
    return next((each for each in near if each.tag == "figure" or _CAPTIONED.search(_names(each))), None)


def _in_article(image: HtmlElement) -> bool:
    return any(each.tag in {"article", "main"} for each in image.iterancestors())


def _caption(figure: HtmlElement | None, image: HtmlElement) -> tuple[str | None, str | None]:
    if figure is None:
        return split_credit(_short(image.get("data-caption")))
    element = next(_caption_elements(figure), None)
    if element is None:
        return split_credit(_short(image.get("data-caption")))
    marked = next((each for each in element.iterdescendants() if _is_credit(each)), None)
    if marked is None:
        return split_credit(_short(" ".join(element.itertext())))
    stated = clean_line(" ".join(marked.itertext()))
    whole = clean_line(" ".join(element.itertext())) or ""
    caption = whole.replace(stated, "", 1).strip(" |–-()") if stated else whole
    _, credit = split_credit(stated)
    return _short(caption), credit or stated


def _is_credit(element: HtmlElement) -> bool:
    return element.tag == "cite" or bool(_CREDIT_CLASS.search(_names(element)))


def _caption_elements(figure: HtmlElement) -> Iterator[HtmlElement]:
    yield from figure.iter("figcaption")
    yield from (
        each
        for each in figure.iterdescendants()
        if re.search(r"(?i)caption", _names(each)) and "".join(each.itertext()).strip()
    )


def _short(text: str | None) -> str | None:
    line = without_tags(text)
    return line if line and len(line) <= LONGEST_CAPTION else None


def _caption_date(caption: str | None) -> StatedTime | None:
    dates = list(stated_dates(caption or "", "caption")) if caption else []
    return dates[-1] if len({each.value for each in dates}) == 1 else None


def _names(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}" if isinstance(element.tag, str) else ""


def _file_name(address: str) -> str:
    return urlsplit(address).path.rpartition("/")[2]
