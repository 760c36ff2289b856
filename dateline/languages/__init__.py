"""The words of each language as data: one TOML file a language, one table a subject.

A new language is a new file beside this one; nothing else is edited. The tables that code asks for
are listed in `docs/languages.md`.
"""

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from dateline.errors import InputError


@cache
def language_codes() -> tuple[str, ...]:
    """List the BCP 47 codes of the languages that have a file, in alphabetical order."""
    files = resources.files(__name__).iterdir()
    return tuple(sorted(file.name.removesuffix(".toml") for file in files if file.name.endswith(".toml")))


@cache
def language_tables(code: str) -> dict[str, Any]:
    """Return all tables of one language. Raises InputError for a language without a file."""
    if code not in language_codes():
        raise InputError(f"no language file for {code!r}; known are {', '.join(language_codes())}")
    return tomllib.loads((resources.files(__name__) / f"{code}.toml").read_text(encoding="utf-8"))


def language_table(code: str, subject: str) -> dict[str, Any]:
    """Return one table of a language, empty where the language or the table is not there.

    >>> language_table("xx", "attribution")
    {}
    """
    if code not in language_codes():
        return {}
    table = language_tables(code).get(subject, {})
    return dict(table)
