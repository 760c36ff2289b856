"""The query a person types: words, "phrases", OR, -not, outlet:ID, lang:fa, from:2020-03-08, until:2020-03.

Words stand for AND. OR binds the two words or phrases beside it. Case, accents, vowel signs and letter
variants do not matter; a word with a hyphen is a phrase.
"""

import re
from dataclasses import dataclass, field
from datetime import date

from dateline.errors import InputError
from dateline.store import DocumentQuery, Phrase, WordQuery
from dateline.text.fold import folded_words

OR = "OR"
FILTERS = ("outlet", "lang", "from", "until")
_TOKEN = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')
_FILTER = re.compile(r"([a-z]+):(.*)", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE)
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_QUOTES = str.maketrans("“”«»", '""""')


@dataclass(slots=True)
class _Draft:
    groups: list[tuple[Phrase, ...]] = field(default_factory=list)
    without: list[Phrase] = field(default_factory=list)
    filters: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in FILTERS})
    joins: bool = False  # the token before was OR


def parse_query(text: str) -> DocumentQuery:
    """Return what `text` asks for. Raises InputError that says what is wrong with it.

    >>> parse_query('bridge OR road -toll lang:fa').languages
    ('fa',)
    """
    plain = text.translate(_QUOTES)
    if plain.count('"') % 2:
        raise InputError(f"query {text!r}: a quotation mark is not closed")
    draft = _Draft()
    for token in _TOKEN.finditer(plain):
        _take(draft, token)
    if draft.joins:
        raise InputError(f"query {text!r}: nothing stands after OR")
    return _finish(draft, text)


def _take(draft: _Draft, token: re.Match[str]) -> None:
    word, phrase, minus = token["word"], token["phrase"], token["minus"]
    asked = _FILTER.fullmatch(word) if word and not minus else None
    if word == OR and not minus:
        if draft.joins or not draft.groups:
            raise InputError("query: OR has to stand between two words or phrases")
        draft.joins = True
    elif asked:
        if draft.joins:
            raise InputError(f"query: OR cannot stand before the filter {word!r}")
        _take_filter(draft, asked[1].lower(), asked[2])
    elif minus:
        if draft.joins:
            raise InputError(f"query: OR cannot stand before -{word or phrase}")
        draft.without.append(_phrase(phrase or word or ""))
    else:
        _take_phrase(draft, _phrase(phrase if word is None else word))


def _take_phrase(draft: _Draft, phrase: Phrase) -> None:
    if draft.joins:
        draft.groups[-1] = (*draft.groups[-1], phrase)
        draft.joins = False
    else:
        draft.groups.append((phrase,))


def _phrase(text: str) -> Phrase:
    words = tuple(folded_words(text))
    if not words:
        raise InputError(f"query: {text!r} holds no letter or digit to look for")
    return Phrase(words)


def _take_filter(draft: _Draft, name: str, value: str) -> None:
    if name not in FILTERS:
        known = ", ".join(f"{known}:" for known in FILTERS)
        raise InputError(
            f'query: no filter {name}:, known are {known}; to look for the words, write "{name} {value}"'
        )
    if not value:
        raise InputError(f"query: nothing stands after {name}:")
    if name == "lang" and not _LANGUAGE.fullmatch(value):
        raise InputError(f"query: lang:{value} is no language tag; expected one such as en, fa or ar")
    draft.filters[name].append(_parse_day(name, value) if name in ("from", "until") else value)


def _parse_day(name: str, value: str) -> str:
    """Return the first or the last day that a date of any precision stands for."""
    ends = "-01-01" if name == "from" else "-12-31"
    if not _DAY.fullmatch(value):
        raise InputError(f"query: {name}:{value} is no date; expected one such as 2020-03-08 or 2020-03")
    if len(value) == 7:
        ends = ends[3:]
        return f"{_real_day(name, f'{value}-01')[:7]}{ends}"
    return value + ends if len(value) == 4 else _real_day(name, value)


def _real_day(name: str, value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise InputError(f"query: {name}:{value} is not in the calendar") from None


def _finish(draft: _Draft, text: str) -> DocumentQuery:
    begin = max(draft.filters["from"], default=None)
    until = min(draft.filters["until"], default=None)
    if begin and until and begin > until:
        raise InputError(f"query {text!r}: from:{begin} is after until:{until}")
    if draft.without and not draft.groups:
        raise InputError(f"query {text!r}: only says what is not wanted; add a word that is")
    if not draft.groups and not any(draft.filters.values()):
        raise InputError('query: it is empty; write words, a "phrase", or a filter such as outlet:ID')
    words = WordQuery(tuple(draft.groups), tuple(draft.without)) if draft.groups else None
    outlets, languages = tuple(draft.filters["outlet"]), tuple(map(str.lower, draft.filters["lang"]))
    return DocumentQuery(words, outlets, languages, begin, until)
