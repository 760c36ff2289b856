"""The tables of `desk.toml`, each validated at the door."""

from enum import StrEnum
from zoneinfo import available_timezones

from pydantic import BaseModel, ConfigDict, Field, field_validator

from dateline.model.annotations import MentionType
from dateline.model.outlets import OutletKind
from dateline.model.people import Role

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


class LoginSettings(Table):
    """Logging in with an OpenID Connect provider, beside passwords; an empty `issuer` is none.

    `address` is the desk's own, as browsers ask for it. The client's secret comes from the environment or
    the keyring under `secret_variable`. Who logs in is named by the claim `name_claim`; with `role_claim`
    its values give the role by `roles` and add whoever is new, without it an admin adds people beforehand.
    """

    issuer: str = ""
    client: str = ""
    address: str = ""
    secret_variable: str = "DATELINE_OIDC_SECRET"  # noqa: S105  # a name, no secret
    name_claim: str = "preferred_username"
    role_claim: str = ""
    roles: dict[str, Role] = {}


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
    login: LoginSettings = LoginSettings()
    collect: CollectSettings = CollectSettings()
    inbox: InboxSettings = InboxSettings()
    store: StoreSettings = StoreSettings()
    outlets: tuple[OutletTable, ...] = ()
    watch: tuple[WatchedName, ...] = ()

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, zone: str) -> str:
        return _checked_zone(zone)


def _checked_zone(zone: str) -> str:
    if zone not in available_timezones():
        raise ValueError('expected an IANA time zone such as "Asia/Tehran"')
    return zone
