"""One subject at a time: what fails becomes an Issue and the rest goes on."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from dateline.errors import DatelineError, LedgerError
from dateline.model.identity import content_id
from dateline.model.ledger import Issue, Stage
from dateline.pipeline.doors import Doors

Subject = TypeVar("Subject")


def do_each(
    doors: Doors,
    stage: Stage,
    subjects: Iterable[Subject],
    work: Callable[[Subject], None],
    to_issue: Callable[[Subject, str], None],
) -> int:
    """Do `work` on each subject and return how many succeeded.

    `to_issue` keeps the reason for one that failed. A ledger that cannot be written stops the run:
    going on would lose work.
    """
    done = 0
    for subject in subjects:
        try:
            work(subject)
            done += 1
        except LedgerError:
            raise
        except Exception as error:  # the only one: one bad page must not stop the others
            to_issue(subject, explain(error))
        doors.report(stage, "")
    return done


def explain(error: Exception) -> str:
    """Say what went wrong; an error nobody foresaw is named with its type, so that it can be reported."""
    if isinstance(error, DatelineError):
        return str(error)
    return f"unforeseen {type(error).__name__}: {error}; please report it with the page"


def make_issue(doors: Doors, stage: Stage, subject: str, reason: str, outlet: str | None = None) -> Issue:
    """Return the Issue of one subject; the same failure twice is one Issue."""
    id = content_id("i", stage.value, subject, reason)
    return Issue(id, stage, subject, reason, doors.now, outlet)
