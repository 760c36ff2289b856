"""Outlets: who publishes."""

from dataclasses import dataclass, field
from enum import StrEnum


class OutletKind(StrEnum):
    """What sort of publisher an outlet is."""

    AGENCY = "agency"
    NEWSPAPER = "newspaper"
    BROADCASTER = "broadcaster"
    WEBSITE = "website"
    GOVERNMENT = "government"
    SOCIAL = "social"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Outlet:
    """One publisher. `timezone` is an IANA name: the zone of its dates where a page states none.

    `region` is the first-level region that a local outlet reports from, in GeoNames' codes ("us.OH").
    """

    id: str
    name: str
    url: str | None = None
    kind: OutletKind = OutletKind.WEBSITE
    language: str | None = None
    country: str | None = None
    timezone: str | None = None
    owner: str | None = None
    affiliation: str | None = None
    aliases: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    sample: bool = field(default=False)
    region: str | None = None
