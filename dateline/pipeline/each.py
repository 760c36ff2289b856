"""One subject at a time: what fails becomes an Issue and the rest goes on."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from dateline.errors import DatelineError, LedgerError
from dateline.model.identity import content_id
from dateline.model.ledger import Issue, Stage
from dateline.pipeline.doors import Doors

Subject = TypeVar("Subject")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Failed:
    """Why nothing came of a subject."""

    reason: str


def attempt(work: Callable[..., Result], *given: object) -> Result | Failed:
    """Return what `work` makes of what it is given, or why it failed.

    A ledger that cannot be read or written stops the run: going on would lose work.
    """
    try:
        return work(*given)
    except LedgerError:
        raise
    except Exception as error:  # the only one: one bad page must not stop the others
        return Failed(explain(error))


def do_each(
    doors: Doors,
    stage: Stage,
    subjects: Iterable[Subject],
    work: Callable[[Subject], None],
    to_issue: Callable[[Subject, str], None],
) -> int:
    """Do `work` on each subject and return how many succeeded; `to_issue` keeps why one failed."""
    return keep_each(doors, stage, ((each, attempt(work, each)) for each in subjects), _nothing, to_issue)


def keep_each(
    doors: Doors,
    stage: Stage,
    derived: Iterable[tuple[Subject, Result | Failed]],
    keep: Callable[[Subject, Result], None],
    to_issue: Callable[[Subject, str], None],
) -> int:
    """Keep what was derived from each subject, or why nothing was; return how many were kept."""
    done = 0
    for subject, result in derived:
        kept = result if isinstance(result, Failed) else attempt(keep, subject, result)
        if isinstance(kept, Failed):
            to_issue(subject, kept.reason)
        else:
            done += 1
        doors.report(stage, "")
    return done


def _nothing(subject: object, result: object) -> None:
    """Keep nothing: the work itself did."""


def explain(error: Exception) -> str:
    """Say what went wrong; an error nobody foresaw is named with its type, so that it can be reported."""
    if isinstance(error, DatelineError):
        return str(error)
    return f"unforeseen {type(error).__name__}: {error}; please report it with the page"


def make_issue(doors: Doors, stage: Stage, subject: str, reason: str, outlet: str | None = None) -> Issue:
    """Return the Issue of one subject; the same failure twice is one Issue."""
    id = content_id("i", stage.value, subject, reason)
    return Issue(id, stage, subject, reason, doors.now, outlet)
