"""People, sessions, acts and what was seen, on both databases."""

import pytest

from dateline.errors import InputError
from dateline.model.people import Act, ActKind, Person, Role, Session
from dateline.store import Ledger
from tests.store.nouns import at

MINA = Person("mina", Role.EDITOR)


def test_a_name_is_given_once(ledger: Ledger) -> None:
    ledger.book.add_person(MINA, "hash", now=at(0))
    with pytest.raises(InputError, match="already"):
        ledger.book.add_person(Person("mina", Role.READER), "other", now=at(1))
    assert [(login.person, login.password) for login in ledger.book.logins()] == [(MINA, "hash")]


def test_a_change_keeps_the_password_unless_one_is_given(ledger: Ledger) -> None:
    ledger.book.add_person(MINA, "hash", now=at(0))
    changed = Person("mina", Role.READER, disabled=True)
    ledger.book.change_person(changed, now=at(1))
    assert [(login.person, login.password) for login in ledger.book.logins()] == [(changed, "hash")]
    with pytest.raises(InputError, match="nobody"):
        ledger.book.change_person(Person("omid", Role.READER), now=at(1))


def test_a_session_is_found_until_it_ends(ledger: Ledger) -> None:
    session = Session("s1", "mina", "browser", at(0), at(10))
    ledger.book.begin_session(session)
    assert ledger.book.find_session("s1", now=at(9)) == session
    assert ledger.book.find_session("s1", now=at(10)) is None
    ledger.book.end_sessions(person="mina", now=at(2))
    assert ledger.book.find_session("s1", now=at(3)) is None


def test_acts_come_with_what_undid_them(ledger: Ledger) -> None:
    skip = Act("a1", ActKind.SKIP, "s-1", "mina", at(0))
    other = Act("a2", ActKind.TAKE, "s-2", "omid", at(1))
    undo = Act("a3", ActKind.UNDO, "a1", "mina", at(2), decisions=("j1",))
    ledger.book.append_acts([skip, other, undo])
    assert ledger.book.acts_on(["s-1"]) == [skip, undo]
    assert ledger.book.latest_acts(by="mina") == [undo, skip]
    assert ledger.book.latest_acts(kinds=[ActKind.TAKE]) == [other]
    assert ledger.book.find_act("a2") == other


def test_what_was_seen_is_seen_at_the_last_time(ledger: Ledger) -> None:
    ledger.book.mark_seen("mina", ["s-1", "s-2"], at=at(0))
    ledger.book.mark_seen("mina", ["s-1"], at=at(5))
    assert ledger.book.seen_at("mina", ["s-1", "s-2", "s-3"]) == {"s-1": at(5), "s-2": at(0)}
    ledger.book.forget_seen("mina", ["s-1"])
    assert ledger.book.seen_at("omid", ["s-2"]) == {}
    assert ledger.book.seen_at("mina", ["s-1"]) == {}
