"""The query a person types: words, "phrases", OR, -not, proximity, and filters such as outlet:ID.

Words stand for AND. OR binds the two words or phrases beside it. "harbour council"~5 and harbour NEAR/5
council ask for words with at most five between them, in either order; NEAR alone is within ten. Case,
accents, vowel signs and letter variants do not matter; a word with a hyphen is a phrase. A value with
spaces is quoted: place:"Abu Kamal".
"""

import re
from dataclasses import dataclass, field

from dateline.errors import InputError
from dateline.search.filters import FILTERS, narrowed, read_filter
from dateline.store import DocumentQuery, Phrase, WordQuery
from dateline.text.fold import folded_words

OR = "OR"
NEAR_BY = 10  # words between, where NEAR does not say
FARTHEST = 50  # PostgreSQL is asked for each distance by itself
_TOKEN = re.compile(
    r'(?P<filter>[A-Za-z][A-Za-z-]*):(?:"(?P<quoted>[^"]*)"|(?P<value>[^\s"]*))'
    r'|(?P<minus>-?)(?:"(?P<phrase>[^"]*)"(?:~(?P<within>\d+))?|(?P<word>[^\s"]+))'
)
_NEAR = re.compile(r"NEAR(?:/(\d+))?")
_QUOTES = str.maketrans("“”«»", '""""')


@dataclass(slots=True)
class _Draft:
    groups: list[tuple[Phrase, ...]] = field(default_factory=list)
    without: list[Phrase] = field(default_factory=list)
    filters: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in FILTERS})
    joins: str | None = None  # the token before was OR, or a NEAR
    within: int = NEAR_BY


def parse_query(text: str) -> DocumentQuery:
    """Return what `text` asks for. Raises InputError that says what is wrong with it.

    >>> parse_query('bridge OR road -toll lang:fa').languages
    ('fa',)
    >>> parse_query('"bridge closed"~3').words.groups
    ((Phrase(words=('bridge', 'closed'), within=3),),)
    """
    plain = text.translate(_QUOTES)
    if plain.count('"') % 2:
        raise InputError(f"query {text!r}: a quotation mark is not closed")
    draft = _Draft()
    for token in _TOKEN.finditer(plain):
        _take(draft, token)
    if draft.joins:
        raise InputError(f"query {text!r}: nothing stands after {draft.joins}")
    return _finish(draft, text)


def _take(draft: _Draft, token: re.Match[str]) -> None:
    word, phrase, minus = token["word"], token["phrase"], token["minus"]
    near = _NEAR.fullmatch(word) if word and not minus else None
    if near or (word == OR and not minus):
        _take_joining(draft, word, near)
    elif token["filter"]:
        if draft.joins:
            raise InputError(f"query: {draft.joins} cannot stand before the filter {token[0]!r}")
        name = token["filter"].lower()
        value = read_filter(name, token["value"] if token["quoted"] is None else token["quoted"].strip())
        draft.filters[name].append(value)
    elif minus:
        if draft.joins:
            raise InputError(f"query: {draft.joins} cannot stand before -{word or phrase}")
        draft.without.append(_phrase(phrase or word or "", token["within"]))
    else:
        _take_phrase(draft, _phrase(phrase if word is None else word, token["within"]))


def _take_joining(draft: _Draft, word: str, near: re.Match[str] | None) -> None:
    """Take an OR or a NEAR, which joins what stands on both its sides. Raises InputError."""
    if draft.joins or not draft.groups:
        raise InputError(f"query: {word} has to stand between two words or phrases")
    draft.joins = word
    if near:
        draft.within = _distance(near[1]) if near[1] else NEAR_BY


def _take_phrase(draft: _Draft, phrase: Phrase) -> None:
    joins, draft.joins = draft.joins, None
    if joins is None:
        draft.groups.append((phrase,))
    elif joins == OR:
        draft.groups[-1] = (*draft.groups[-1], phrase)
    else:
        *others, last = draft.groups[-1]
        if len(phrase.words) > 1 or (len(last.words) > 1 and last.within != draft.within):
            raise InputError(f"query: {joins} has to stand between two single words")
        draft.groups[-1] = (*others, Phrase((*last.words, *phrase.words), draft.within))


def _phrase(text: str, within: str | None) -> Phrase:
    words = tuple(folded_words(text))
    if not words:
        raise InputError(f"query: {text!r} holds no letter or digit to look for")
    if within is None:
        return Phrase(words)
    if len(words) < 2:
        raise InputError(f'query: "{text}"~{within}: expected two words or more that are to stand near')
    return Phrase(words, _distance(within))


def _distance(number: str) -> int:
    if len(number) > 3 or int(number) > FARTHEST:
        raise InputError(f"query: words can be asked for within {FARTHEST} of one another, found {number}")
    return int(number)


def _finish(draft: _Draft, text: str) -> DocumentQuery:
    if draft.without and not draft.groups:
        raise InputError(f"query {text!r}: only says what is not wanted; add a word that is")
    if not draft.groups and not any(draft.filters.values()):
        raise InputError('query: it is empty; write words, a "phrase", or a filter such as outlet:ID')
    words = WordQuery(tuple(draft.groups), tuple(draft.without)) if draft.groups else None
    return narrowed(words, draft.filters)
