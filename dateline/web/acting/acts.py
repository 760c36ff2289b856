"""Acts, and taking them back."""

from collections.abc import Sequence
from datetime import timedelta

from dateline.errors import InputError, NotFound
from dateline.model.people import Act, ActKind, new_act
from dateline.web.room import Visit

SNOOZE_DAYS = (1, 3, 7)
LONGEST_VALUE = 400
TRIAGE = (
    ActKind.TAKE,
    ActKind.ASSIGN,
    ActKind.SKIP,
    ActKind.SNOOZE,
    ActKind.TAG,
    ActKind.UNTAG,
)


def make_act(
    visit: Visit, kind: ActKind, subject: str, value: str = "", decisions: tuple[str, ...] = ()
) -> Act:
    """Return an act of the visitor at this moment."""
    return new_act(kind, subject, by=visit.person.name, now=visit.now, value=value, decisions=decisions)


def record_act(
    visit: Visit, kind: ActKind, subject: str, value: str = "", decisions: tuple[str, ...] = ()
) -> Act:
    """Append an act of the visitor and return it."""
    act = make_act(visit, kind, subject, value, decisions)
    visit.ledger.book.append_acts([act])
    return act


def read_kind(word: str) -> ActKind:
    """Return the act that a form names. Raises InputError."""
    try:
        return ActKind(word)
    except ValueError:
        raise InputError(f"expected one of {', '.join(TRIAGE)}, found {word!r}") from None


def triage(visit: Visit, kind: ActKind, stories: Sequence[str], value: str = "") -> list[Act]:
    """Do one thing to some stories. Raises InputError, and NotFound for a story that does not stand."""
    if kind not in TRIAGE:
        raise InputError(f"{kind.value!r} is not done to stories; expected {', '.join(TRIAGE)}")
    if not stories:
        raise InputError("no story was chosen; choose one and try again")
    unknown = set(stories) - set(visit.ledger.book.stories(stories))
    if unknown:
        raise NotFound(f"no story has the id {', '.join(sorted(unknown))}; it may be part of another by now")
    acts = [make_act(visit, kind, story, _value(visit, kind, value)) for story in dict.fromkeys(stories)]
    visit.ledger.book.append_acts(acts)
    return acts


def _value(visit: Visit, kind: ActKind, value: str) -> str:
    """Check what an act is done with, and return it as it is kept. Raises InputError."""
    value = " ".join(value.split())
    if len(value) > LONGEST_VALUE:
        raise InputError(f"expected at most {LONGEST_VALUE} characters, found {len(value)}")
    match kind:
        case ActKind.SNOOZE:
            if value not in map(str, SNOOZE_DAYS):
                raise InputError(f"snooze: expected a number of days ({SNOOZE_DAYS}), found {value!r}")
            return (visit.now + timedelta(days=int(value))).isoformat()
        case ActKind.TAG | ActKind.UNTAG if not value:
            raise InputError("tag: no word was given")
        case ActKind.ASSIGN if value and value not in names_of_people(visit):
            raise InputError(
                f"assign: nobody is named {value!r}; known are {', '.join(names_of_people(visit))}"
            )
        case ActKind.TAKE | ActKind.SKIP:
            return ""
    return value


def names_of_people(visit: Visit) -> list[str]:
    """Return the names of those who can be given work."""
    people = [login.person.name for login in visit.ledger.book.logins() if not login.person.disabled]
    return sorted({*people, visit.person.name})
