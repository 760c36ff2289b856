"""The settings of a desk, validated at the door: an unknown key is an error that lists the known ones."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ValidationError

from dateline.desk.secrets import find_secret
from dateline.desk.tables import DeskSettings, Marking, WatchedName
from dateline.errors import DeskError
from dateline.model.outlets import Outlet

__all__ = ["Desk", "DeskSettings", "Marking", "WatchedName", "find_desk", "load_desk"]

DESK_FILE = "desk.toml"
IMPORTED_OUTLETS_FILE = "outlets.toml"
ENVIRONMENT_PREFIX = "env:"
SQLITE_PREFIX = "sqlite:///"


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk folder with its settings."""

    folder: Path
    settings: DeskSettings

    @property
    def archive_folder(self) -> Path:
        """Where the WARC files lie."""
        return self.folder / "archive"

    @property
    def editions_folder(self) -> Path:
        """Where editions are written."""
        return self.folder / "editions"

    @property
    def backups_folder(self) -> Path:
        """Where backups are written unless another place is named."""
        return self.folder / "backups"

    @property
    def inbox_folder(self) -> Path:
        """Where files for reading are put."""
        return self.folder / self.settings.inbox.folder

    @property
    def store_address(self) -> str:
        """The SQLAlchemy address of the ledger; a relative SQLite path is relative to the desk."""
        address = self.settings.store.address
        if address.startswith(ENVIRONMENT_PREFIX):
            address = _from_environment(address.removeprefix(ENVIRONMENT_PREFIX), self.folder)
        if address.startswith(SQLITE_PREFIX):
            return SQLITE_PREFIX + str((self.folder / address.removeprefix(SQLITE_PREFIX)).resolve())
        return address

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which the desk's days begin and end."""
        return ZoneInfo(self.settings.timezone)

    @property
    def outlets(self) -> tuple[Outlet, ...]:
        """The outlets that the desk names itself, in the order of its settings."""
        return tuple(Outlet(**table.model_dump()) for table in self.settings.outlets)


def load_desk(folder: Path) -> Desk:
    """Load the desk in `folder`. Raises DeskError where there is none or its settings are wrong."""
    path = folder / DESK_FILE
    if not path.is_file():
        raise DeskError(f"{folder}: no {DESK_FILE} here; make a desk with: dateline init {folder}")
    tables = _parse(path)
    imported = folder / IMPORTED_OUTLETS_FILE
    if imported.is_file():
        tables["outlets"] = [*tables.get("outlets", []), *_parse(imported).get("outlets", [])]
    try:
        settings = DeskSettings.model_validate(tables)
    except ValidationError as error:
        raise DeskError(_explain(path, error)) from None
    _refuse_twins(path, settings)
    return Desk(folder, settings)


def find_desk(start: Path) -> Path:
    """Find the desk folder at or above `start`. Raises DeskError where there is none."""
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / DESK_FILE).is_file():
            return folder
    raise DeskError(f"{start}: no {DESK_FILE} here or in any folder above; name the desk with --desk DIR")


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DeskError(
            f"{path}: expected TOML in UTF-8, found: {error}; mend the line and try again"
        ) from None


def _explain(path: Path, error: ValidationError) -> str:
    lines = [f"{path}: {error.error_count()} setting(s) cannot be used:"]
    for fault in error.errors():
        where = ".".join(str(part) for part in fault["loc"]) or "(top)"
        if fault["type"] == "extra_forbidden":
            lines.append(f"  {where}: unknown setting; known here are {', '.join(_known_at(fault['loc']))}")
        else:
            lines.append(f"  {where}: {fault['msg']}; found {fault['input']!r}")
    return "\n".join(lines)


def _known_at(loc: tuple[int | str, ...]) -> list[str]:
    model: type[BaseModel] = DeskSettings
    for part in loc[:-1]:
        if isinstance(part, int):
            continue
        inner = model.model_fields[part].annotation
        candidates = [inner, *getattr(inner, "__args__", ())]
        model = next(kind for kind in candidates if isinstance(kind, type) and issubclass(kind, BaseModel))
    return sorted(model.model_fields)


def _refuse_twins(path: Path, settings: DeskSettings) -> None:
    seen: set[str] = set()
    for outlet in settings.outlets:
        if outlet.id in seen:
            raise DeskError(f"{path}: two outlets have the id {outlet.id!r}; give one of them another id")
        seen.add(outlet.id)


def _from_environment(name: str, folder: Path) -> str:
    address = find_secret(name)
    if not address:
        raise DeskError(
            f"{folder}: the store's address is to come from ${name}, which neither the environment nor a "
            "keyring has"
        )
    return address
