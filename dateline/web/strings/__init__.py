"""The words of the interface: three files a language, pages, house and world, with the same keys."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

ENGLISH = "en"
LANGUAGES = ("en", "fa", "ar")
PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


@dataclass(frozen=True, slots=True)
class Words:
    """The interface in one language; `direction` is "ltr" or "rtl"."""

    language: str
    name: str
    direction: str
    phrases: dict[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """Return the phrase for `key`, filled with `values`; of several forms, "one|many", that for `n`."""
        forms = self.phrases[key].split("|")
        number = values.get("n")
        phrase = forms[plural(number, self.language)] if len(forms) > 1 and type(number) is int else forms[-1]
        written = {
            key: numeral(value, self.language) if type(value) is int else value
            for key, value in values.items()
        }
        return phrase.format(**written) if written else phrase

    def of(self, section: str, value: str) -> str:
        """Return the word for a member of a closed set, or the member itself where there is none."""
        return self.phrases.get(f"{section}.{value.replace(' ', '_')}", value)


def plural(number: int, language: str) -> int:
    """Return which form of a phrase goes with a number, counted from 0.

    Arabic has six: none, one, two, 3 to 10, 11 to 99, and the rest by what is over the hundreds.
    Reference: Unicode CLDR, language plural rules.

    >>> [plural(number, "ar") for number in (0, 1, 2, 3, 110, 11, 99, 100, 102)]
    [0, 1, 2, 3, 3, 4, 4, 5, 5]
    """
    if language != "ar":
        return 0 if number == 1 else 1
    if number <= 2:
        return number
    over = number % 100
    return 5 if over < 3 else 3 if over <= 10 else 4


def numeral(number: object, language: str) -> str:
    """Write a number, or the digits within a text, as a language does.

    >>> numeral(2020, "fa"), numeral(2020, "ar")
    ('۲۰۲۰', '2020')
    """
    return str(number).translate(PERSIAN_DIGITS) if language == "fa" else str(number)


@cache
def load_words(language: str) -> Words:
    """Return the interface in `language`, in English where there is no such file."""
    chosen = language if language in LANGUAGES else ENGLISH
    tables = _tables(chosen) | _tables(f"{chosen}_house") | _tables(f"{chosen}_world")
    phrases = {
        f"{section}.{key}": phrase
        for section, table in tables.items()
        if isinstance(table, dict)
        for key, phrase in table.items()
    }
    return Words(chosen, tables["name"], tables["direction"], phrases)


def _tables(name: str) -> dict[str, Any]:
    return tomllib.loads((resources.files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))


def choose_language(cookie: str | None, accepted: str) -> str:
    """Return the interface language: the one chosen, else the first that the browser accepts and we have.

    >>> choose_language(None, "de-DE, fa;q=0.8")
    'fa'
    """
    if cookie in LANGUAGES:
        return str(cookie)
    offered = (part.partition(";")[0].strip().split("-")[0] for part in accepted.split(","))
    return next((code for code in offered if code in LANGUAGES), ENGLISH)
