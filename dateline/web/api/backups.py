"""Backup and restore."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import FileResponse

from dateline.web.acting import backups
from dateline.web.acting.backups import BackupState
from dateline.web.security.guard import AdminUpload, AdminVisit, check_sent

router = APIRouter(prefix="/backups", tags=["desk"])
TAR = {"requestBody": {"content": {"application/x-tar": {"schema": {"type": "string", "format": "binary"}}}}}


@dataclass(frozen=True, slots=True)
class BackupName:
    """A backup by its name."""

    name: str


@router.get("")
def list_backups(visit: AdminVisit) -> BackupState:
    """Return the backups in the desk's folder."""
    return backups.backup_state(visit)


@router.post("")
def back_up(visit: AdminVisit) -> BackupState:
    """Write a backup into the desk's folder, while others work."""
    backups.back_up(visit)
    return backups.backup_state(visit)


@router.get("/files/{name}", response_class=FileResponse)
def download_backup(visit: AdminVisit, name: str) -> FileResponse:
    """Download a backup."""
    return backups.download_backup(visit, name)


@router.post("/remove")
def remove_backup(visit: AdminVisit, asked: BackupName) -> BackupState:
    """Remove a backup from the desk's folder."""
    backups.remove_backup(visit, asked.name)
    return backups.backup_state(visit)


@router.post("/restore", openapi_extra=TAR)
async def restore_backup(request: Request, visit: AdminUpload) -> BackupState:
    """Take a backup as the body and check all of it; the next start of the server puts it in place."""
    check_sent(request)
    length = request.headers.get("content-length", "")
    path = await backups.receive_backup(visit, request.stream(), int(length) if length.isdecimal() else 0)
    await run_in_threadpool(backups.check_received, visit, path)
    return await run_in_threadpool(backups.backup_state, visit)


@router.post("/restart")
def restart(visit: AdminVisit) -> BackupState:
    """Start the server anew, with the checked backup in place."""
    backups.restart(visit)
    return backups.backup_state(visit)
