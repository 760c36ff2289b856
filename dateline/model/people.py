"""People of a desk and what each of them did: appended acts, none of them ever edited."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from dateline.model.identity import content_id


class Role(StrEnum):
    """What a person may do; each role may do all that those before it may."""

    READER = "reader"
    ANALYST = "analyst"
    EDITOR = "editor"
    ADMIN = "admin"

    def may(self, needed: "Role") -> bool:
        """Say whether this role includes `needed`."""
        return _RANK[self] >= _RANK[needed]


_RANK = {role: rank for rank, role in enumerate(Role)}


class ActKind(StrEnum):
    """What somebody did at the desk."""

    TAKE = "take"
    ASSIGN = "assign"
    SKIP = "skip"
    SNOOZE = "snooze"
    TAG = "tag"
    UNTAG = "untag"
    ACCEPT = "accept"
    REJECT = "reject"
    EDIT = "edit"
    MERGE = "merge"
    SPLIT = "split"
    DRAFT = "draft"
    REVISE = "revise"
    SIGN = "sign"
    ISSUE = "issue"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    GRADE = "grade"
    EXPORT = "export"
    BACKUP = "backup"
    RESTORE = "restore"
    RUN = "run"
    SAVE_SEARCH = "save search"
    DROP_SEARCH = "drop search"
    ALERT = "alert"
    ADD_PERSON = "add person"
    CHANGE_PERSON = "change person"
    LOGIN = "login"
    LOGIN_REFUSED = "login refused"
    LOGOUT = "logout"
    CHANGE_PASSWORD = "change password"  # noqa: S105  # what was done, no secret
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a login; `disabled` people keep their name in the log and cannot come in."""

    name: str
    role: Role
    disabled: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that `by` did to `subject`.

    `value` is what it was done with: an assignee, a tag, an instant, a reason. `decisions` are the ids of
    the decisions that it appended; to undo the act takes them back. An undo has the undone act as subject.
    """

    id: str
    kind: ActKind
    subject: str
    by: str
    at: datetime
    value: str = ""
    decisions: tuple[str, ...] = ()


def new_act(
    kind: ActKind, subject: str, *, by: str, now: datetime, value: str = "", decisions: tuple[str, ...] = ()
) -> Act:
    """Return an act of this moment; its id follows from who did what to what, when."""
    id = content_id("a", kind.value, subject, by, now.isoformat(), value)
    return Act(id, kind, subject, by, now, value, decisions)


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody who is logged in; `id` is the SHA-256 of the secret that only the browser or script has."""

    id: str
    person: str
    kind: str
    begun_at: datetime
    expires_at: datetime
