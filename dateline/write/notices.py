"""What an edition says of itself and of those before it once something in them was corrected or withdrawn."""

from collections.abc import Iterable, Iterator

from dateline.model.editions import Edition, EditionStatus, Notice
from dateline.write.cite import full_date


def notice_text(edition: Edition, notice: Notice) -> str:
    """Return a notice as it is printed at the head of the edition it is about."""
    day = full_date(notice.at[:10], edition.language)
    if notice.kind is EditionStatus.WITHDRAWN:
        return f"Withdrawn on {day}: {_sentence(notice.why)}"
    return f"Corrected on {day}: {_what(notice)} {_sentence(notice.why)}"


def notice_changes(editions: Iterable[Edition]) -> Iterator[dict[str, str]]:
    """Yield, as changes for the next edition, the notices that no edition has told of."""
    known = list(editions)
    told = {change.get("notice") for edition in known for change in edition.changes}
    for edition in known:
        for notice in edition.notices:
            if notice.id not in told:
                yield {
                    "kind": "withdrawal" if notice.kind is EditionStatus.WITHDRAWN else "erratum",
                    "notice": notice.id,
                    "edition": edition.id,
                    "text": _as_change(edition, notice),
                }


def _as_change(edition: Edition, notice: Notice) -> str:
    begin, until = (full_date(day, edition.language) for day in (edition.period.begin, edition.period.until))
    name = f"No. {edition.number} ({begin} – {until})"
    if notice.kind is EditionStatus.WITHDRAWN:
        return f"{name} is withdrawn: {_sentence(notice.why)}"
    return f"Correction to {name}: {_what(notice)} {_sentence(notice.why)}"


def _what(notice: Notice) -> str:
    if notice.now:
        return f"“{notice.was}” should have read “{notice.now}”"
    return f"“{notice.was}” is taken back."


def _sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?", "؟")) else f"{words}."
