"""The words of one language that tell what a name names, compiled from its `names` table."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from dateline.extract.attribution.wording import LANGUAGE_OF_SCRIPT, Phrases, key_of
from dateline.languages import language_table
from dateline.model.annotations import MentionType


@dataclass(frozen=True, slots=True)
class NameWords:
    """Word sets hold folded forms."""

    titles: Phrases[str]
    known: Phrases[MentionType]
    role_words: frozenset[str]
    organisation_words: frozenset[str]
    facility_words: frozenset[str]
    location_words: frozenset[str]
    area_words: frozenset[str]
    not_names: frozenset[str]
    joiners: frozenset[str]
    not_in_names: tuple[str, ...]
    """What a word begins with that is no part of a name."""
    title_adjectives: frozenset[str]
    """What may stand between a title and a name: "the official (spokesman)"."""
    group_words: frozenset[str]
    """First words of the names of groups, of nobody and nothing else: "Jund"."""
    bodies_alone: frozenset[str]
    """Words that name one body of a text by themselves: "Parliament", but not "School"."""
    no_names: frozenset[str]
    """Capitals that name nobody: currencies, degrees, offices."""
    openers_inside: frozenset[str]
    """Words with which no name of a body ends, but after which one may go on: "University of"."""
    links_inside: frozenset[str]
    """What may stand between such a word and the rest of the name, besides nothing: "the"."""
    loose_ends: frozenset[str]
    """Words with which no name ends: "of"."""
    directions: frozenset[str]
    """Words before the name of a place that are none of it where they begin small: "eastern (Sahra)"."""
    name_particles: frozenset[str]
    """Words between the parts of a name: "bin"."""
    given_names: frozenset[str]
    """First words of names of people."""
    describing: tuple[str, tuple[str, ...]]
    """The article and the endings of an adjective between a title and a name: "(the) Egyptian"."""
    body_links: frozenset[str]
    """What stands between a title and the body that somebody speaks for: "in the name of"."""
    patronymics: frozenset[str]
    """What stands between a name and that of the father: "bin"."""
    family_endings: tuple[str, ...]
    """How a third word of a name ends; any may stand there where none are listed."""
    joined: tuple[str, ...]
    """Letters that join the word that follows: "in (the council)"."""
    name_stops: frozenset[str]
    """Words that are no part of a name begun by a given one: verbs of saying, parts of days."""


@cache
def name_words_of(lang: str) -> NameWords:
    """Return the name words of a language, or those of the best-known one of its script."""
    code = lang.split("-", maxsplit=1)[0]
    table = language_table(code, "names") or language_table(LANGUAGE_OF_SCRIPT.get(code, "en"), "names")

    def keys(name: str) -> frozenset[str]:
        return frozenset(key_of(word) for word in table.get(name, ()))

    places = ((name, MentionType.GPE) for name in (*table.get("countries", ()), *table.get("cities", ())))
    peoples = ((name, MentionType.NORP) for name in table.get("norp", ()))
    return NameWords(
        titles=Phrases(_titles(table.get("titles", ()))),
        known=Phrases((*places, *peoples)),
        role_words=keys("role_words"),
        organisation_words=keys("organisation_words") | keys("group_words") | keys("bodies_alone"),
        group_words=keys("group_words"),
        facility_words=keys("facility_words"),
        location_words=keys("location_words"),
        area_words=keys("area_words"),
        not_names=keys("not_names") | _object_heads(code),
        joiners=keys("joiners"),
        not_in_names=tuple(sorted(keys("not_in_names"))),
        title_adjectives=keys("title_adjectives"),
        bodies_alone=keys("bodies_alone") | keys("group_words"),
        no_names=keys("no_names"),
        openers_inside=keys("openers_inside"),
        links_inside=keys("links_inside") | {""},
        loose_ends=keys("loose_ends"),
        directions=keys("directions"),
        name_particles=keys("name_particles"),
        given_names=frozenset(map(key_of, _given_names(code))),
        describing=(
            key_of(table.get("article", "")),
            tuple(key_of(ending) for ending in table.get("describing_endings", ())),
        ),
        body_links=keys("body_links"),
        patronymics=keys("patronymics"),
        family_endings=tuple(sorted(keys("family_endings"))),
        joined=tuple(language_table(code, "times").get("clitics", ())),
        name_stops=frozenset(map(key_of, _name_stops(code))),
    )


def _object_heads(code: str) -> frozenset[str]:
    return frozenset(key_of(word) for word in language_table(code, "attribution").get("object_heads", ()))


def _given_names(code: str) -> list[str]:
    return [
        name
        for table in ("places", "names")
        for name in language_table(code, table).get("given_names", "").split()
    ]


def _name_stops(code: str) -> Iterator[str]:
    """Yield verbs of saying, words of function, parts of the day, directions and what is done to people."""
    for group in language_table(code, "attribution").get("verbs", ()):
        yield from (form.split()[0] for form in (*group.get("forms", ()), *group.get("guard", ())))
    yield from language_table(code, "quantities").get("stops", ())
    times = language_table(code, "times")
    for phrases in (*times.get("parts", {}).values(), *times.get("days", {}).values()):
        yield from (phrase for phrase in phrases if " " not in phrase)
    for phrases in language_table(code, "places").get("directions", {}).values():
        yield from (phrase for phrase in phrases if " " not in phrase)
    for phrases in language_table(code, "quantities").get("kinds", {}).values():
        yield from (phrase for phrase in phrases if " " not in phrase)


def _titles(titles: Iterable[str]) -> Iterable[tuple[str, str]]:
    return ((title, title) for title in titles)
