"""Who a provider's claims are at this desk: somebody an admin added, or one whose group has a role."""

from collections.abc import Mapping
from datetime import datetime

from dateline.desk.tables import LoginSettings
from dateline.model.people import ActKind, Person, Role, new_act
from dateline.store import Ledger
from dateline.web.acting.staffing import check_name
from dateline.web.errors import NotLoggedIn

NO_PASSWORD = "-"  # no hash: nobody logs in with a password  # noqa: S105


def arrive(ledger: Ledger, settings: LoginSettings, claims: Mapping[str, object], *, now: datetime) -> Person:
    """Return the person of some claims, added or given their role anew where the claims say which.

    Raises NotLoggedIn for somebody without a role here, and InputError for a name that is none.
    """
    name = check_name(_name(settings, claims))
    known = {login.person.name: login.person for login in ledger.book.logins()}
    before = known.get(name)
    if before is not None and before.disabled:
        raise NotLoggedIn(f"the login of {name} is closed")
    if not settings.role_claim:
        if before is None:
            raise NotLoggedIn(f"nobody is named {name} here; an admin adds people: dateline users add")
        return before
    role = _role(settings, claims)
    if role is None:
        raise NotLoggedIn(f"{name} has no role at this desk")
    person = Person(name, role)
    if before != person:
        _keep(ledger, person, is_new=before is None, now=now)
    return person


def _name(settings: LoginSettings, claims: Mapping[str, object]) -> str:
    name = claims.get(settings.name_claim)
    if not isinstance(name, str) or not name:
        raise NotLoggedIn(f"the provider does not say your {settings.name_claim}")
    if settings.name_claim == "email" and claims.get("email_verified") is not True:
        raise NotLoggedIn("the provider has not verified your address")
    return name


def _role(settings: LoginSettings, claims: Mapping[str, object]) -> Role | None:
    """Return the highest role that the claims give."""
    stated = claims.get(settings.role_claim)
    groups = stated if isinstance(stated, list) else [stated]
    roles = [settings.roles[group] for group in groups if isinstance(group, str) and group in settings.roles]
    return max(roles, key=list(Role).index, default=None)


def _keep(ledger: Ledger, person: Person, *, is_new: bool, now: datetime) -> None:
    kind = ActKind.ADD_PERSON if is_new else ActKind.CHANGE_PERSON
    act = new_act(kind, person.name, by="provider", now=now, value=person.role.value)
    with ledger.transaction():
        if is_new:
            ledger.book.add_person(person, NO_PASSWORD, now=now)
        else:
            ledger.book.change_person(person, now=now)
        ledger.book.append_acts([act])
