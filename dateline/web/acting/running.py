"""A run of the desk, begun in the browser: the command itself, in a process of its own.

Pages stay quick meanwhile. A run ended at any moment leaves the ledger whole, and the next one goes on.
"""

import sys
import time
from datetime import datetime
from functools import partial
from pathlib import Path
from subprocess import PIPE, STDOUT, Popen
from threading import Thread

from dateline.errors import DeskError
from dateline.model.ledger import Stage
from dateline.model.people import ActKind
from dateline.web.acting.acts import record_act
from dateline.web.jobs import Job
from dateline.web.room import Visit

RUN = "run"
BETWEEN_LOOKS = 0.2  # seconds
MADE = "/triage"
_STAGES = {stage.value: stage for stage in Stage}


def start_run(visit: Visit) -> Job:
    """Begin to do all that is pending, and return the work; while a run is under way, that one."""
    jobs = visit.room.jobs
    going = jobs.under_way(RUN)
    if going is not None:
        return going
    record_act(visit, ActKind.RUN, "desk")
    work = partial(_run, visit.room.desk.folder, visit.now)
    return jobs.start(RUN, visit.person.name, work, now=visit.now)


def _run(folder: Path, now: datetime, job: Job) -> str:
    """Run the command to its end, and return where to see what came of it. Raises DeskError and Stopped."""
    command = (sys.executable, "-m", "dateline", "run", str(folder), "--now", now.isoformat())
    other: list[str] = []
    with Popen(command, stdout=PIPE, stderr=STDOUT, text=True, encoding="utf-8", errors="replace") as process:
        Thread(target=_end_when_stopped, args=(process, job), daemon=True).start()
        for line in process.stdout or ():
            stage, _, said = line.strip().partition(" ")
            if stage in _STAGES:
                job.note(_STAGES[stage], said.strip())
            else:
                other.append(line.strip())
    job.check()
    if process.returncode:
        raise DeskError(f"the run ended with exit status {process.returncode}: {' '.join(other)}")
    return MADE


def _end_when_stopped(process: "Popen[str]", job: Job) -> None:
    while process.poll() is None:
        if job.is_stopped:
            process.terminate()
        time.sleep(BETWEEN_LOOKS)
