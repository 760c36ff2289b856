"""One subject at a time: what fails becomes an Issue and the rest goes on."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from dateline.errors import Failed, attempt
from dateline.model.identity import content_id
from dateline.model.ledger import Issue, Stage
from dateline.pipeline.doors import Doors

Subject = TypeVar("Subject")
Result = TypeVar("Result")


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


def make_issue(doors: Doors, stage: Stage, subject: str, reason: str, outlet: str | None = None) -> Issue:
    """Return the Issue of one subject; the same failure twice is one Issue."""
    id = content_id("i", stage.value, subject, reason)
    return Issue(id, stage, subject, reason, doors.now, outlet)
