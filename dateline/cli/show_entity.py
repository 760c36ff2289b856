"""What `dateline show` prints for an entity: its names, who used them, its offices, its documents."""

from rich.text import Text

from dateline.cli.page_lines import heading, line
from dateline.model.entities import NameUse, Role, RoleEvidence, RoleStage
from dateline.model.ledger import Entity
from dateline.store import Ledger

MOST_SHOWN = 12  # spellings, places of evidence or documents
NAMED_OUTLETS = 4
AROUND = 30  # code points of the text beside an office
SAID = {RoleStage.HOLDS: "named so", RoleStage.APPOINTED: "appointed", RoleStage.LEFT: "left"}


def entity_page(ledger: Ledger, entity: Entity) -> Text:
    """Return the page of an entity."""
    page = heading("entity", entity.id)
    line(page, "name", f"{entity.name} ({entity.type})")
    line(page, "known as", " · ".join(part for part in (entity.known, entity.note, *entity.ids) if part))
    for use in entity.uses[:MOST_SHOWN]:
        line(page, use.script, _describe_use(use))
    _more(page, len(entity.uses) - MOST_SHOWN, "spellings")
    for role in entity.roles:
        _role_lines(page, ledger, role)
    page.append("\n")
    documents = ledger.documents_by_id(entity.documents[:MOST_SHOWN])
    for id, document in sorted(
        documents.items(), key=lambda each: each[1].published.day if each[1].published else ""
    ):
        day = document.published.day if document.published else "no date"
        line(page, id, f"{day} {document.outlet or ''}: {document.title or document.url}")
    _more(page, len(entity.documents) - MOST_SHOWN, "documents")
    return page


def _describe_use(use: NameUse) -> str:
    shown = ", ".join(use.outlets[:NAMED_OUTLETS])
    more = f" and {len(use.outlets) - NAMED_OUTLETS} more" if len(use.outlets) > NAMED_OUTLETS else ""
    days = _days(use.first_seen, use.last_seen)
    parts = (f"{use.documents} in {'/'.join(use.languages)}", f"{shown}{more}", days)
    return f"{use.name}  ({'; '.join(part for part in parts if part)})"


def _days(first: str | None, last: str | None) -> str:
    if first is None or last is None:
        return ""
    return first if first == last else f"{first} to {last}"


def _role_lines(page: Text, ledger: Ledger, role: Role) -> None:
    times = [_days(role.first_seen, role.last_seen)]
    times += [f"began {role.begin}" if role.begin else "", f"ended {role.until}" if role.until else ""]
    of = f" [{role.office} of {role.of}]" if role.office and role.of else ""
    line(page, "office", f"{role.title}{of}  ({'; '.join(time for time in times if time)})")
    shown = role.evidence[:MOST_SHOWN]
    documents = ledger.documents_by_id([each.document for each in shown])
    for each in shown:
        if each.document in documents:
            line(page, "", _quoted(each, documents[each.document].text))


def _quoted(each: RoleEvidence, text: str) -> str:
    start, end = max(0, each.start - AROUND), min(len(text), each.end + AROUND)
    words = " ".join(text[start:end].split())
    return f"{each.day or 'no date'} {SAID[each.stage]}: … {words} … ({each.document})"


def _more(page: Text, count: int, what: str) -> None:
    if count > 0:
        line(page, "", f"and {count} more {what}")
