"""Who may come in, and as what."""

from dateline.errors import InputError
from dateline.model.people import ActKind, Person, Role
from dateline.store import Ledger
from dateline.web.acting.acts import record_act
from dateline.web.room import Visit
from dateline.web.security.passwords import hash_password, is_password

LONGEST_NAME = 60


def add_person(visit: Visit, name: str, role: Role, password: str) -> Person:
    """Give somebody a login. Raises InputError."""
    person = Person(check_name(name), role)
    visit.ledger.book.add_person(person, hash_password(password), now=visit.now)
    record_act(visit, ActKind.ADD_PERSON, person.name, role.value)
    return person


def change_person(visit: Visit, person: Person, password: str = "") -> None:
    """Change role, password or whether the login works; open sessions end. Raises InputError.

    The last admin stays one: somebody has to be able to add others.
    """
    _keep_an_admin(visit.ledger, person)
    hashed = hash_password(password) if password else None
    with visit.ledger.transaction():
        visit.ledger.book.change_person(person, password=hashed, now=visit.now)
        if person.disabled or hashed:
            visit.ledger.book.end_sessions(person=person.name, now=visit.now)
        what = "disabled" if person.disabled else person.role.value
        record_act(visit, ActKind.CHANGE_PERSON, person.name, what)


def change_own_password(visit: Visit, old: str, new: str) -> None:
    """Give the visitor another password; every session and token of theirs ends. Raises InputError."""
    login = next((login for login in visit.ledger.book.logins() if login.person == visit.person), None)
    if login is None or not is_password(login.password, old):
        raise InputError("the present password is wrong, or this login has none")
    hashed = hash_password(new)
    with visit.ledger.transaction():
        visit.ledger.book.change_person(visit.person, password=hashed, now=visit.now)
        visit.ledger.book.end_sessions(person=visit.person.name, now=visit.now)
        record_act(visit, ActKind.CHANGE_PASSWORD, visit.person.name)


def leave_everywhere(visit: Visit) -> None:
    """End every session and token of the visitor."""
    visit.ledger.book.end_sessions(person=visit.person.name, now=visit.now)
    record_act(visit, ActKind.LOGOUT, visit.person.name, "everywhere")


def check_name(name: str) -> str:
    """Return a name as it is kept. Raises InputError."""
    name = " ".join(name.split())
    if not 1 <= len(name) <= LONGEST_NAME or not name.isprintable() or name.startswith("rule:"):
        raise InputError(
            f"a name has 1 to {LONGEST_NAME} printable characters and is not a rule's; found {name!r}"
        )
    return name


def _keep_an_admin(ledger: Ledger, changed: Person) -> None:
    admins = {
        login.person.name
        for login in ledger.book.logins()
        if login.person.role is Role.ADMIN and not login.person.disabled
    }
    if admins == {changed.name} and (changed.disabled or changed.role is not Role.ADMIN):
        raise InputError(f"{changed.name} is the only admin left; make somebody else one first")
