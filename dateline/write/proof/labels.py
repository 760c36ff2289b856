"""The printed label of a citation held against the page that it names: outlet and date."""

from collections.abc import Mapping

from dateline.model.documents import Document
from dateline.model.editions import Citation
from dateline.write.checking.check import mask
from dateline.write.compare.facts import find_numbers
from dateline.write.compare.printed_dates import DateFact, find_dates
from dateline.write.settings import outlet_name


def label_faults(citation: Citation, document: Document, outlet_names: Mapping[str, str] | None) -> list[str]:
    """Compare outlet, date and printed label of a citation with the document's own."""
    faults = []
    published = document.published.value if document.published else None
    if citation.published != published:
        faults.append(f"dated {citation.published} where the page states {published}")
    if not _is_outlet(citation.outlet, document, outlet_names):
        faults.append(f"credited to {citation.outlet} where the page is of {document.outlet or document.url}")
    rest = mask(citation.label, [citation.outlet])
    if citation.label and rest == citation.label:
        faults.append(f"the label {citation.label} does not name {citation.outlet}")
    stated = find_dates(published[:10]) if published else ()
    stray = any(not _states(date, stated, published) for date in find_dates(rest))
    if stray or (not find_dates(rest) and _stray_number(rest, published)):
        faults.append(f"the label {citation.label} gives another date than {published}")
    return faults


def _is_outlet(printed: str, document: Document, names: Mapping[str, str] | None) -> bool:
    """Compare with the desk's name for the outlet; without the desk's names only a bare address tells."""
    if names is not None or document.outlet is None:
        return printed == outlet_name(document, names or {})
    return True


def _states(date: DateFact, stated: tuple[DateFact, ...], published: str | None) -> bool:
    if stated:
        return any(
            date.month == s.month and date.day in (None, s.day) and date.year in (None, s.year)
            for s in stated
        )
    year, month = ([*(published or "").split("-"), "0", "0"])[:2]
    return date.day is None and date.year in (None, int(year or 0)) and date.month == int(month)


def _stray_number(rest: str, published: str | None) -> bool:
    return any(number.value not in (published or "").split("-") for number in find_numbers(rest))
