"""The words that names are made with and the names known in every language, from the `naming` tables."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from dateline.languages import language_codes, language_table
from dateline.text.fold import fold
from dateline.text.naming.letters import GERESHES, HEBREW_GERESH, MARKED

_WORD = re.compile(r"[^\W_]+")
_GERESH = re.compile(f"([{''.join(HEBREW_GERESH)}])[{GERESHES}]")
_ARTICLE = re.compile(r"^ال(?!له$)(?=\w{2})")
_MARKED = str.maketrans(MARKED)
_SINGLES = re.compile(r"\b(\w)(?: (\w)\b)+")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Folded words by what they do in a name, and keys of known names."""

    articles: frozenset[str]
    servants: frozenset[str]
    fathers: frozenset[str]
    patronymics: frozenset[str]
    suffixes: frozenset[str]
    links: frozenset[str]
    soft: frozenset[str]
    qualifiers: frozenset[str]
    things: frozenset[str]
    nations: frozenset[str]
    titles: dict[str, tuple[tuple[str, ...], ...]]
    generations: dict[str, int]
    nicknames: dict[str, str]
    concepts: dict[str, str]
    known: dict[str, frozenset[str]]


@cache
def lexicon() -> Lexicon:
    """Return the naming tables of all languages as one."""
    tables = [language_table(code, "naming") for code in language_codes()]

    def words(name: str) -> frozenset[str]:
        return frozenset(fold(word) for table in tables for word in table.get(name, ()))

    articles, links = words("articles"), words("links")
    return Lexicon(
        articles=articles,
        servants=words("servants"),
        fathers=words("fathers"),
        patronymics=words("patronymics"),
        suffixes=words("suffixes"),
        links=links,
        soft=words("soft"),
        qualifiers=words("qualifiers"),
        things=words("things"),
        nations=words("nations"),
        titles=_phrases(_all_titles(tables)),
        generations={
            fold(word): rank for table in tables for word, rank in table.get("generations", {}).items()
        },
        nicknames=_nicknames(tables),
        concepts=_concepts(tables),
        known=_known(tables, articles | links),
    )


def words_of(text: str) -> list[str]:
    """Return the folded words of a name, a Hebrew letter with geresh as the Latin one that sounds like it.

    >>> words_of("Qa'ani, E."), words_of("ג'רמי")
    (['qaani', 'e'], ['jרמי'])
    """
    marked = _GERESH.sub(lambda found: HEBREW_GERESH[found[1]], text.translate(_MARKED))
    return _WORD.findall(fold(marked))


def without_article(word: str) -> str:
    """Return an Arabic-script word without the article written together with it."""
    return _ARTICLE.sub("", word)


def known_key(words: Iterable[str], fillers: frozenset[str]) -> str:
    """Return the key under which a full name is known: its words without articles and links."""
    joined = _SINGLES.sub(lambda found: found.group().replace(" ", ""), " ".join(words))
    return " ".join(without_article(word) for word in joined.split() if word not in fillers)


def _all_titles(tables: list[dict[str, list[str]]]) -> Iterator[str]:
    for table in (*tables, *(language_table(code, "names") for code in language_codes())):
        for title in table.get("titles", ()):
            yield title
            yield title.replace("\u200c", "")


def _phrases(titles: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the titles by their first word, longest first."""
    by_first: dict[str, set[tuple[str, ...]]] = {}
    for title in titles:
        words = tuple(words_of(title))
        if words:
            by_first.setdefault(words[0], set()).add(words)
    return {
        first: tuple(sorted(found, key=lambda words: (-len(words), words)))
        for first, found in by_first.items()
    }


def _nicknames(tables: list[dict[str, dict[str, list[str]]]]) -> dict[str, str]:
    made: dict[str, str] = {}
    for table in tables:
        for name, shorter in table.get("nicknames", {}).items():
            made[name] = name
            for nickname in shorter:
                made.setdefault(nickname, name)
    return made


def _concepts(tables: list[dict[str, dict[str, list[str]]]]) -> dict[str, str]:
    made: dict[str, str] = {}
    for table in tables:
        for concept, forms in table.get("words", {}).items():
            for form in forms:
                words = words_of(form)
                if len(words) == 1:
                    made.setdefault(without_article(words[0]), concept)
    return made


def _known(
    tables: list[dict[str, dict[str, list[str]]]], fillers: frozenset[str]
) -> dict[str, frozenset[str]]:
    made: dict[str, set[str]] = {}
    for table in tables:
        for kind in ("groups", "places", "states"):
            for known, names in table.get(kind, {}).items():
                for name in names:
                    key = known_key(words_of(name), fillers)
                    made.setdefault(key or fold(name), set()).add(f"{kind}:{known}")
    return {key: frozenset(found) for key, found in made.items()}
