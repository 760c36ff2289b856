"""Backup and restore by button."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.responses import Response

from dateline.errors import InputError
from dateline.web.acting import backups
from dateline.web.answers import go_to
from dateline.web.carrying import carry_out
from dateline.web.rendering import render
from dateline.web.room import Visit
from dateline.web.security.guard import AdminUpload, AdminVisit, check_sent

router = APIRouter(prefix="/desk/backup")
PAGE = "/desk/backup"
CHUNK = 1 << 20


@router.get("")
def show(visit: AdminVisit) -> Response:
    """Show the backups at hand, and how to restore one."""
    return render(visit, "desk_backup.html", state=backups.backup_state(visit))


@router.post("")
def back_up(visit: AdminVisit) -> Response:
    """Write a backup into the desk's folder."""

    def work(at: Visit) -> str:
        backups.back_up(at)
        return PAGE

    return carry_out(visit, "backup", work)


@router.get("/files/{name}")
def download(visit: AdminVisit, name: str) -> Response:
    """Download a backup."""
    return backups.download_backup(visit, name)


@router.post("/remove")
def remove(visit: AdminVisit, name: Annotated[str, Form(max_length=200)]) -> Response:
    """Remove a backup."""
    backups.remove_backup(visit, name)
    return go_to(PAGE)


@router.post("/restore")
async def restore(request: Request, visit: AdminUpload) -> Response:
    """Take a backup, check all of it, and have it wait for the restart; nothing is replaced yet."""
    async with request.form(max_files=1, max_fields=5) as form:
        check_sent(request, form)
        sent = form.get("file")
        if not isinstance(sent, UploadFile) or not sent.size:
            raise InputError("no file was sent; choose a backup")
        path = await backups.receive_backup(visit, _chunks(sent), sent.size)
    return await run_in_threadpool(_check, visit, path)


@router.post("/restart")
def restart(visit: AdminVisit) -> Response:
    """Start the server anew, with the checked backup in place."""
    backups.restart(visit)
    return render(visit, "restarting.html")


def _check(visit: Visit, path: Path) -> Response:
    def work(at: Visit) -> str:
        backups.check_received(at, path)
        return PAGE

    return carry_out(visit, "restore", work)


async def _chunks(sent: UploadFile) -> AsyncIterator[bytes]:
    while chunk := await sent.read(CHUNK):
        yield chunk
