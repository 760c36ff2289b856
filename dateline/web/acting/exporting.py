"""The log taken away as a table: who took it is in the log too."""

from collections.abc import Iterator

from starlette.responses import StreamingResponse

from dateline.model.people import ActKind
from dateline.web.acting.acts import record_act
from dateline.web.room import Visit
from dateline.web.views.log import LogAsked, log_table


def export_log(visit: Visit, asked: LogAsked) -> StreamingResponse:
    """Give the log as CSV. Raises InputError for a kind or a day that is none."""
    lines = log_table(visit, asked)
    head = next(lines) + next(lines, "")  # what is asked wrongly is refused before the answer begins
    record_act(visit, ActKind.EXPORT, "log", f"{asked.by} {asked.what} {asked.begin} {asked.until}".strip())
    named = {"content-disposition": f'attachment; filename="log-{visit.now:%Y-%m-%d}.csv"'}

    def whole() -> Iterator[str]:
        yield head
        yield from lines

    return StreamingResponse(whole(), media_type="text/csv", headers=named)
