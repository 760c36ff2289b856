"""Outlets from an OPML list of feeds, as feed readers export it. Reference: http://opml.org/spec2.opml."""

import re
import unicodedata
from collections.abc import Iterator

from lxml import etree

from dateline.collect.addresses import canonical_url, host_of
from dateline.collect.syndication import declares_entities
from dateline.errors import InputError
from dateline.model.outlets import Outlet

MAX_OPML_BYTES = 10_000_000


def parse_opml(body: bytes, source: str) -> tuple[Outlet, ...]:
    """Return an outlet for each site of the list, its feeds together.

    Raises InputError naming `source` and the line.
    """
    outlines = list(_feed_outlines(_root(body, source), source))
    by_site: dict[str, list[etree._Element]] = {}
    for outline in outlines:
        by_site.setdefault(_site(outline), []).append(outline)
    outlets: dict[str, Outlet] = {}
    for grouped in by_site.values():
        outlet = _outlet(grouped, taken=outlets)
        outlets[outlet.id] = outlet
    return tuple(outlets.values())


def _root(body: bytes, source: str) -> "etree._Element":
    if len(body) > MAX_OPML_BYTES:
        raise InputError(f"{source}: {len(body):,} bytes, an OPML list has at most {MAX_OPML_BYTES:,}")
    if declares_entities(body):
        raise InputError(f"{source}: line 1: the list declares XML entities, which OPML has no use for")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(
            f"{source}: line {error.lineno or 1}: expected OPML, found broken XML ({error.msg})"
        ) from error
    if etree.QName(root).localname.lower() != "opml":
        raise InputError(f"{source}: line {root.sourceline}: expected <opml>, found <{root.tag}>")
    return root


def _feed_outlines(root: "etree._Element", source: str) -> Iterator["etree._Element"]:
    found = False
    for outline in root.iter("outline"):
        stated = _attribute(outline, "xmlUrl")
        if not stated:
            continue  # a folder of the reader
        if canonical_url(stated) is None:
            line = outline.sourceline
            raise InputError(
                f"{source}: line {line}: expected an http or https address in xmlUrl, found {stated!r}"
            )
        found = True
        yield outline
    if not found:
        raise InputError(
            f"{source}: line {root.sourceline}: no outline with an xmlUrl; is this a list of feeds?"
        )


def _attribute(outline: "etree._Element", name: str) -> str:
    """Return an attribute whatever its case: exporters write xmlurl and htmlURL too."""
    return next(
        (str(field).strip() for key, field in outline.attrib.items() if str(key).lower() == name.lower()), ""
    )


def _site(outline: "etree._Element") -> str:
    return canonical_url(_attribute(outline, "htmlUrl")) or canonical_url(_attribute(outline, "xmlUrl")) or ""


def _outlet(outlines: list["etree._Element"], taken: dict[str, Outlet]) -> Outlet:
    first = outlines[0]
    site = canonical_url(_attribute(first, "htmlUrl"))
    feeds = dict.fromkeys(_attribute(outline, "xmlUrl") for outline in outlines)
    name = _attribute(first, "title") or _attribute(first, "text") or host_of(next(iter(feeds)))
    return Outlet(
        id=_free_id(_slug(name) or _slug(host_of(_site(first))), taken),
        name=name,
        url=site,
        language=_attribute(first, "language") or None,
        feeds=tuple(feeds),
    )


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _free_id(slug: str, taken: dict[str, Outlet]) -> str:
    candidate, number = slug, 2
    while candidate in taken:
        candidate, number = f"{slug}-{number}", number + 1
    return candidate
