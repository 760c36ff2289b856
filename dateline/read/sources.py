"""Who wrote an article, where that is another than who prints it: the credited agency or outlet."""

import re
from functools import cache

from dateline.model.evidence import Evidence
from dateline.model.outlets import Outlet, OutletKind
from dateline.outlets import OutletIndex, load_outlets
from dateline.read.cleaning import clean_line
from dateline.read.parts import Parts

START = 400  # code points at the start of the text in which an agency signs
END = 160  # code points at its end
_NAME = r"[^()\[\]\n،,:]{2,40}"
_DASH = "[-–—:]"
_OPENINGS = (
    re.compile(rf"^(?:[^\n().]{{2,60}})?\((?P<name>{_NAME})\)\s*{_DASH}"),  # BERLIN, March 3 (DPA) —
    re.compile(rf"^\s*\((?P<name>{_NAME})\)\s"),
    re.compile(
        r"^به گزارش (?:خبرنگار )?(?:خبرگزاری |پایگاه خبری |سایت )?(?P<name>[^\n،,:]{2,40}?)"
        r"(?:\s+به نقل از[^\n،]*)?[،,:]"
    ),
    re.compile(rf"^(?P<name>وكالات|وکالات)\s*{_DASH}?"),
    re.compile(r"^[^\n().]{2,40}?[-–—/]\s*(?P<name>[^\n().،,]{2,30}?)\s*[-–—:]\s"),  # القاهرة - رويترز -
    re.compile(r"^(?P<name>[^\n().،,:]{2,30}?)\s*[/–—-]\s"),  # DPA — Berlin
)
_CLOSING = re.compile(
    rf"[(\[](?P<name>{_NAME})[)\]]\s*$|(?:Source|Quelle|المصدر|منبع)\s*:\s*(?P<after>[^\n]{{2,40}})\s*$"
)
_SHARED = re.compile(r"(?i:staff|desk|newsroom|agenc(?:y|ies)),? (?:with|and|via) (?P<name>[A-Z][\w .’'-]+)$")
# BAGHDAD, March 13 (Harbour Wire) — : so sure a form that the name need not be known.
_WIRE_DATELINE = re.compile(
    rf"^[A-Z][A-Z .'’-]{{2,30}}(?:,[^()\n]{{2,25}})?\s*\((?P<name>[A-Z]{_NAME})\)\s*[-–—]"
)
_SIGNATURE = re.compile(r"^(?:by|from|von|source:?)\s+|\s+(?:staff|news agency|correspondent)s?$", re.I)
WIRES = frozenset({"وكالات", "وکالات", "agencies", "wires", "news agencies"})


def credited_source(
    parts: Parts, byline: str | None, evidence: Evidence, outlet: Outlet | None
) -> str | None:
    """Return the name of the one credited with writing the article, as printed; None where it is the outlet.

    The feed's `<source>` counts first, then what the page states, an agency as byline, and the
    signature of an agency at the start or end of the text.
    """
    announced = evidence.announced.source_name if evidence.announced else None
    index = _index()
    candidates = [
        clean_line(announced),
        parts.source,
        _agency_byline(byline, index),
        _signature(parts.text, index),
    ]
    return next((name for name in candidates if name and not _same(name, outlet, index)), None)


def _agency_byline(byline: str | None, index: OutletIndex) -> str | None:
    shared = _SHARED.search(byline or "")
    if shared:
        return shared["name"].strip()
    for part in re.split(r"\s*(?:,|/|;| and | with |،| و )\s*", byline or ""):
        name = _SIGNATURE.sub("", part).strip()
        if _is_agency(name, index):
            return name
    return None


def _signature(text: str, index: OutletIndex) -> str | None:
    paragraphs = text[:START].split("\n\n")[:2]
    for paragraph in paragraphs:
        wire = _WIRE_DATELINE.match(paragraph)
        if wire:
            return wire["name"].strip()
        for opening in _OPENINGS:
            found = opening.match(paragraph)
            if found and _is_agency(found["name"], index):
                return found["name"].strip()
    found = _CLOSING.search(text[-END:])
    name = (found["name"] or found["after"] or "").strip() if found else ""
    return name if _is_agency(name, index) else None


def _is_agency(name: str, index: OutletIndex) -> bool:
    clean = name.strip()
    if clean.lower() in WIRES:
        return True
    outlet = index.find(clean) or index.find(re.sub(r"^(?:خبرگزاری|وكالة(?: أنباء)?)\s+", "", clean))
    return outlet is not None and outlet.kind is OutletKind.AGENCY


def _same(name: str, outlet: Outlet | None, index: OutletIndex) -> bool:
    if outlet is None:
        return False
    names = {each.casefold() for each in (outlet.name, outlet.id, *outlet.aliases)}
    found = index.find(name)
    return name.casefold() in names or (found is not None and found.id == outlet.id)


@cache
def _index() -> OutletIndex:
    return OutletIndex(load_outlets())
