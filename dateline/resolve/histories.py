"""Who wrote which spelling and when, and which offices somebody had over time."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dateline.model.entities import NameUse, Role, RoleStage
from dateline.resolve.gathering import Printing, RoleReading
from dateline.resolve.namings import Naming
from dateline.text.fold import folded_words
from dateline.text.naming.sounds import script_of

MOST_EVIDENCE = 40  # places kept for one office: the first and the last tell when


def uses_of(namings: Iterable[Naming], printings: Mapping[str, Printing]) -> tuple[NameUse, ...]:
    """Return each spelling with who used it, the one in most documents first."""
    documents: dict[str, set[str]] = defaultdict(set)
    for naming in namings:
        for forms in (naming.spellings, naming.aliases):
            for form, found in forms.items():
                documents[form] |= found
    uses = (_use(form, [printings[id] for id in found]) for form, found in documents.items())
    return tuple(sorted(uses, key=lambda use: (-use.documents, use.name)))


def _use(form: str, printings: Sequence[Printing]) -> NameUse:
    days = [printing.day for printing in printings if printing.day]
    return NameUse(
        name=form,
        script=script_of(form).value,
        languages=tuple(sorted({printing.language for printing in printings})),
        outlets=tuple(sorted({printing.outlet for printing in printings if printing.outlet})),
        first_seen=min(days, default=None),
        last_seen=max(days, default=None),
        documents=len(printings),
    )


def roles_of(readings: Iterable[RoleReading]) -> tuple[Role, ...]:
    """Return the offices that documents give somebody, the latest first."""
    groups: dict[tuple[str | None, str], list[RoleReading]] = defaultdict(list)
    for reading in readings:
        groups[_role_key(reading)].append(reading)
    for key in [key for key in groups if key[0] and not key[1]]:
        fuller = [other for other in groups if other[0] == key[0] and other[1]]
        if len(fuller) == 1:  # "President Salih" holds the one presidency that he is said to hold
            groups[fuller[0]] += groups.pop(key)
    roles = (_role(group) for group in groups.values())
    return tuple(sorted(roles, key=lambda role: (role.last_seen or "", role.title), reverse=True))


def _role_key(reading: RoleReading) -> tuple[str | None, str]:
    if reading.office.name:
        return reading.office.name, reading.office.of or ""
    return None, " ".join(folded_words(reading.title))


def _role(readings: Sequence[RoleReading]) -> Role:
    titles = Counter(reading.title for reading in readings)
    title = min(titles, key=lambda title: (-titles[title], -len(title), title))
    evidence = sorted(
        {reading.evidence for reading in readings},
        key=lambda each: (each.day or "", each.document, each.start),
    )
    days = [each.day for each in evidence if each.day]
    offices = [reading.office for reading in readings]
    return Role(
        title=title,
        office=offices[0].name,
        of=next((office.of for office in offices if office.of), None),
        first_seen=min(days, default=None),
        last_seen=max(days, default=None),
        begin=min((e.day for e in evidence if e.day and e.stage is RoleStage.APPOINTED), default=None),
        until=max((e.day for e in evidence if e.day and e.stage is RoleStage.LEFT), default=None),
        evidence=tuple(
            evidence
            if len(evidence) <= MOST_EVIDENCE
            else [*evidence[: MOST_EVIDENCE // 2], *evidence[-MOST_EVIDENCE // 2 :]]
        ),
    )
