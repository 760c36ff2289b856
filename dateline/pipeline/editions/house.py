"""The house style of a desk as the writer takes it."""

from collections.abc import Iterable

from dateline.desk.settings import WatchedName
from dateline.model.annotations import MentionType
from dateline.model.outlets import Outlet
from dateline.pipeline.doors import Doors
from dateline.text.fold import fold
from dateline.write.settings import (
    EditionSettings,
    SectionSettings,
    name_for_print,
    same_language,
)


def edition_settings(doors: Doors) -> EditionSettings:
    """Return the desk's house style as the writer takes it."""
    settings = doors.desk.settings
    sections = tuple(SectionSettings(s.title, s.keywords, s.countries) for s in settings.sections)
    return EditionSettings(
        title=settings.title,
        language=settings.language,
        editor=settings.editor,
        tlp=settings.tlp,
        sections=sections,
        citation=settings.style.citation,
        beat=settings.beat.keywords,
        max_items=settings.bulletin.max_stories,
        sentences_per_item=settings.bulletin.sentences_per_story,
        outlet_names={outlet.id: name_for_print(outlet, settings.language) for outlet in doors.outlets},
        names=house_names(settings.watch, settings.language),
        watch={name: one.type.value for one in settings.watch for name in (one.name, *one.aliases)},
        countries=settings.beat.countries,
    )


def house_names(watch: Iterable[WatchedName], language: str) -> dict[str, str]:
    """Map each folded spelling of the watched names to the one that an edition in `language` prints."""
    names: dict[str, str] = {}
    for watched in watch:
        outlet = Outlet(watched.name, watched.name, aliases=watched.aliases)
        printed = name_for_print(outlet, language)
        if watched.type is MentionType.ORG and same_language(language, "en"):
            printed = f"the {printed.removeprefix('The ').removeprefix('the ')}"
        names |= {fold(spelling): printed for spelling in (watched.name, *watched.aliases)}
    return names
