"""Names in a text: by capitals where the script has them, by titles, known places and the watch list."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from dateline.extract.attribution.wording import key_of
from dateline.extract.names.titled import named_again, titled_names
from dateline.extract.names.tokens import POSSESSIVE, NamedSpan, Word, named, words_of
from dateline.extract.names.words import NameWords, name_words_of
from dateline.languages import language_table
from dateline.model.annotations import MentionType
from dateline.model.spans import Span
from dateline.text.scripts import direction

MOST_NAME_WORDS = 9
WATCHED = 0.9
"""Confidence of a name that the desk watches for."""

Watcher = Callable[[str], Iterable[tuple[Span, MentionType]]]
"""Finds the names that a desk watches for in a text, in order and apart, with the type of each."""

_LINKS = frozenset({"of", "for", "the"})
_PARTICLES = frozenset(
    {"bin", "ibn", "al", "el", "de", "von", "van", "der", "e", "abu", "da", "di", "del", "la", "le"}
)


def find_names(
    text: str, lang: str, sentences: Sequence[Span], *, watch: Watcher | None = None
) -> tuple[NamedSpan, ...]:
    """Return the names of a text in order; none overlaps another. Names of the watch list come first."""
    words = name_words_of(lang)
    stopwords = _stopwords(lang)
    found = [NamedSpan(span, kind, None, WATCHED) for span, kind in (watch(text) if watch else ())]
    has_capitals = direction(text) == "ltr"
    for sentence in sentences:
        tokens = words_of(text, sentence)
        if has_capitals:
            found.extend(_capitalised(text, tokens, words, stopwords))
        else:
            found.extend(titled_names(text, tokens, words))
    if not has_capitals:
        found.extend(named_again(text, found))
    return _disjoint(found)


@cache
def _stopwords(lang: str) -> frozenset[str]:
    table = language_table(lang.split("-", maxsplit=1)[0], "sentences") or language_table("en", "sentences")
    return frozenset(key_of(word) for word in (*table.get("stopwords", ()), *table.get("openers", ())))


def _disjoint(found: Sequence[NamedSpan]) -> tuple[NamedSpan, ...]:
    kept: list[NamedSpan] = []
    starts: list[int] = []
    for name in found:
        at = bisect_left(starts, name.span.start)
        before = kept[at - 1].span.end if at else 0
        after = starts[at] if at < len(starts) else name.span.end
        if before <= name.span.start and name.span.end <= after:
            kept.insert(at, name)
            starts.insert(at, name.span.start)
    return tuple(kept)


def _capitalised(
    text: str, tokens: Sequence[Word], words: NameWords, stopwords: frozenset[str]
) -> Iterator[NamedSpan]:
    at = 0
    while at < len(tokens):
        if not tokens[at].is_capital or tokens[at].key in words.not_names or tokens[at].key in stopwords:
            at += 1
            continue
        last = _run_end(text, tokens, at, words)
        yield from _names_of_run(text, tokens, at, last, words)
        at = max(last, at + 1)


def _run_end(text: str, tokens: Sequence[Word], first: int, words: NameWords) -> int:
    """Return where the run of capitals from `first` ends: "Ministry of Foreign Affairs", "Adnan al-Zurfi"."""
    at = first + 1
    while at < len(tokens) and at - first < MOST_NAME_WORDS and _adjoins(text, tokens[at - 1], tokens[at]):
        if POSSESSIVE.search(text[tokens[at - 1].start : tokens[at - 1].end]):
            return at
        beyond = at
        while beyond < len(tokens) and tokens[beyond].key in _LINKS and tokens[at - 1].key in words.joiners:
            beyond += 1
        if beyond == at and tokens[at].key in _PARTICLES:
            beyond += 1
        if beyond >= len(tokens) or not tokens[beyond].is_capital or tokens[beyond].key in words.not_names:
            return at
        at = beyond + 1
    return at


def _adjoins(text: str, left: Word, right: Word) -> bool:
    between = text[left.end : right.start]
    return between.isspace() or (between == ". " and left.end - left.start <= 4)


def _names_of_run(
    text: str, tokens: Sequence[Word], first: int, last: int, words: NameWords
) -> Iterator[NamedSpan]:
    """Part a run of capitals into peoples, offices and the name: "Iraqi | Prime Minister | Adel Mahdi"."""
    keys = [token.key.rstrip(".").removesuffix("'s") for token in tokens[first:last]]
    role_at: int | None = None
    at = 0
    while at < len(keys):
        rest = len(keys) - at
        if title := words.titles.match(keys, at):
            role_at = at if role_at is None else role_at
            at += title[0]
        elif (known := words.known.match(keys, at)) and (
            known[0] == rest or (known[1] is MentionType.NORP and words.titles.match(keys, at + known[0]))
        ):
            yield named(text, tokens, first + at, first + at + known[0], known[1], None)
            at += known[0]
        else:
            break
    if at < len(keys):
        role = (
            text[tokens[first + role_at].start : tokens[first + at - 1].end] if role_at is not None else None
        )
        kind = _type_of(text, tokens, first + at, last, words, titled=role is not None)
        yield named(text, tokens, first + at, last, kind, role)


def _type_of(
    text: str, tokens: Sequence[Word], first: int, last: int, words: NameWords, *, titled: bool
) -> MentionType:
    keys = [POSSESSIVE.sub("", token.key) for token in tokens[first:last]]
    if words.known.match(keys, 0) == (len(keys), MentionType.GPE):
        return MentionType.GPE
    if first and tokens[first - 1].key in _OUTLET_BEFORE:
        return MentionType.ORG
    if place := _type_of_place(keys, words):
        return place
    if titled or not words.organisation_words.isdisjoint(keys):
        is_body = not words.organisation_words.isdisjoint(keys)
        return MentionType.ORG if is_body else MentionType.PERSON
    if len(keys) == 1:
        name = text[tokens[first].start : tokens[last - 1].end]
        return _type_of_single(text, tokens, first, name, words)
    known = words.known.match(keys, 0)
    return MentionType.ORG if known and known[1] is MentionType.NORP else MentionType.PERSON


def _type_of_place(keys: Sequence[str], words: NameWords) -> MentionType | None:
    """Return the type that the first or last word of a longer name gives away: "Khan Bridge", "Red Sea"."""
    if len(keys) < 2 or not words.organisation_words.isdisjoint(keys):
        return None
    ends = {keys[0], keys[-1]}
    kinds = (
        (words.facility_words, MentionType.FAC),
        (words.location_words, MentionType.LOC),
        (words.area_words, MentionType.GPE),
    )
    return next((kind for known, kind in kinds if not known.isdisjoint(ends)), None)


_OUTLET_BEFORE = frozenset(
    {"website", "newspaper", "agency", "channel", "daily", "site", "weekly", "magazine", "broadcaster"}
)
_PLACE_CUES = frozenset(
    {"in", "at", "from", "near", "to", "of", "toward", "towards", "outside", "around", "and"}
)
_AREA_NEXT = frozenset(
    {"province", "governorate", "district", "city", "town", "village", "region", "countryside", "area"}
)
_BASE_NEXT = frozenset(
    {"base", "airport", "crossing", "camp", "bridge", "prison", "military", "airbase", "border"}
)


def _type_of_single(text: str, tokens: Sequence[Word], at: int, name: str, words: NameWords) -> MentionType:
    before = tokens[at - 1].key if at else ""
    after = tokens[at + 1].key if at + 1 < len(tokens) else ""
    if after in _BASE_NEXT:
        return MentionType.FAC
    if after in _AREA_NEXT:
        return MentionType.GPE
    if name.isupper() and len(name) > 1:
        return MentionType.ORG
    if before in _PLACE_CUES - {"of", "to", "from", "and"}:
        return MentionType.GPE
    return MentionType.MISC
