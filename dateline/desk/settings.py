"""The settings of a desk, validated at the door: an unknown key is an error that lists the known ones."""

import os
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from dateline.errors import DeskError
from dateline.model.annotations import MentionType
from dateline.model.outlets import Outlet, OutletKind

DESK_FILE = "desk.toml"
IMPORTED_OUTLETS_FILE = "outlets.toml"
ENVIRONMENT_PREFIX = "env:"
SQLITE_PREFIX = "sqlite:///"

Words = tuple[str, ...]


class Marking(StrEnum):
    """Who may see an edition. Reference: FIRST, Traffic Light Protocol 2.0."""

    RED = "TLP:RED"
    AMBER_STRICT = "TLP:AMBER+STRICT"
    AMBER = "TLP:AMBER"
    GREEN = "TLP:GREEN"
    CLEAR = "TLP:CLEAR"


class Table(BaseModel):
    """A table of `desk.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Beat(Table):
    """What the desk follows: words in any of its languages, and countries (ISO 3166-1 alpha-2)."""

    keywords: Words = ()
    countries: Words = ()


class Section(Table):
    """A section of the bulletin and the beats that it holds."""

    title: str
    keywords: Words = ()
    countries: Words = ()


class Style(Table):
    """House style."""

    citation: str = "({outlet}, {month} {day})"


class PeriodSettings(Table):
    """How long a period an edition covers when none is given."""

    days: int = Field(default=14, ge=1, le=366)


class CollectSettings(Table):
    """How politely, how much and from where."""

    delay_seconds: float = Field(default=2.0, ge=0)
    timeout_seconds: float = Field(default=60.0, gt=0)
    max_megabytes: float = Field(default=20.0, gt=0)
    max_entries: int = Field(default=500, ge=1)
    recheck_days: int = Field(default=3, ge=0)
    allow_hosts: Words = ()


class InboxSettings(Table):
    """Where files for reading are put."""

    folder: str = "inbox"


class StoreSettings(Table):
    """Where the ledger lies; `env:NAME` takes the address from the environment and writes no secret."""

    address: str = "sqlite:///ledger.sqlite"


class BulletinSettings(Table):
    """How much an edition prints, and what it takes to issue one.

    With `sign_off` a second person signs a draft before it is issued. Nothing marked above
    `tlp_ceiling` is written to the editions folder.
    """

    max_stories: int = Field(default=40, ge=1)
    sentences_per_story: int = Field(default=3, ge=1, le=10)
    sign_off: bool = False
    tlp_ceiling: Marking = Marking.RED


class LanguageModelSettings(Table):
    """An optional language model at an OpenAI-compatible address; its key is read from the environment."""

    address: str = ""
    model: str = ""
    key_variable: str = "DATELINE_MODEL_KEY"
    timeout_seconds: float = Field(default=60.0, gt=0)


class WatchedName(Table):
    """A name to look for in every text, with its other spellings in any script."""

    name: str
    aliases: Words = ()
    type: MentionType = MentionType.MISC


class OutletTable(Table):
    """An outlet of the desk and where to look for its news."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    name: str
    url: str | None = None
    kind: OutletKind = OutletKind.WEBSITE
    language: str | None = None
    country: str | None = None
    timezone: str | None = None
    owner: str | None = None
    affiliation: str | None = None
    aliases: Words = ()
    feeds: Words = ()
    pages: Words = ()
    region: str | None = None
    sample: bool = False

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, zone: str | None) -> str | None:
        return _checked_zone(zone) if zone is not None else None


class DeskSettings(Table):
    """All of `desk.toml`."""

    title: str
    languages: Words = ("en",)
    language: str = "en"
    timezone: str = "UTC"
    editor: str | None = None
    tlp: Marking | None = None
    beat: Beat = Beat()
    sections: tuple[Section, ...] = ()
    style: Style = Style()
    period: PeriodSettings = PeriodSettings()
    bulletin: BulletinSettings = BulletinSettings()
    language_model: LanguageModelSettings = LanguageModelSettings()
    collect: CollectSettings = CollectSettings()
    inbox: InboxSettings = InboxSettings()
    store: StoreSettings = StoreSettings()
    outlets: tuple[OutletTable, ...] = ()
    watch: tuple[WatchedName, ...] = ()

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, zone: str) -> str:
        return _checked_zone(zone)


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


def _checked_zone(zone: str) -> str:
    if zone not in available_timezones():
        raise ValueError('expected an IANA time zone such as "Asia/Tehran"')
    return zone


def _from_environment(name: str, folder: Path) -> str:
    address = os.environ.get(name)
    if not address:
        raise DeskError(f"{folder}: the store's address is to come from ${name}, which is not set")
    return address
