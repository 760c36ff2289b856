"""Names in scripts without capitals: known places and peoples, and who stands after a title."""

from collections.abc import Iterator, Sequence
from itertools import chain

from dateline.extract.attribution.wording import Phrases
from dateline.extract.names.tokens import NamedSpan, Word, named, words_of
from dateline.extract.names.words import NameWords
from dateline.model.annotations import MentionType
from dateline.model.spans import Span

LONGEST_TITLED_NAME = 3
"""Words of a name after a title, those between its parts ("bin") not counted."""
AGAIN = 0.6
"""Confidence of a name that stands without its title, after one with it."""
JOINED_AND = "و"  # written together with the next word in Arabic
SHORTEST_SURNAME = 4  # code points; a shorter one is a word of another meaning too often


def titled_names(text: str, tokens: Sequence[Word], words: NameWords) -> Iterator[NamedSpan]:
    """Yield known places and peoples, and the words after a title up to a stop word, as names."""
    keys = [token.key for token in tokens]
    at = 0
    while at < len(tokens):
        known = words.known.match(keys, at)
        title = words.titles.match(keys, at)
        if known:
            yield named(text, tokens, at, at + known[0], known[1], None)
            at += known[0]
        elif keys[at] in words.role_words and (first := _before_office(text, tokens, at, words)) < at:
            role = text[tokens[at].start : tokens[min(at + 3, len(tokens) - 1)].end].split("،", maxsplit=1)[0]
            yield named(text, tokens, first, at, MentionType.PERSON, role)
            at += 1
        elif title:
            first = _after_title(keys, at + title[0], words)
            last = _titled_end(text, tokens, first, words)
            if words.given_names and keys[at] in words.role_words and title[0] == 1:
                last = _given_end(text, tokens, first, words)  # "the governor | of Sistan"
                last = last if last > first else _family_end(text, tokens, first, words)
            if last > first:
                role = text[tokens[at].start : tokens[first - 1].end]
                yield named(text, tokens, first, last, MentionType.PERSON, role)
            at = max(last, first)
        elif (last := _given_end(text, tokens, at, words)) > at:
            yield named(text, tokens, at, last, MentionType.PERSON, None)
            at = last
        else:
            at += 1


def _after_title(keys: Sequence[str], at: int, words: NameWords) -> int:
    """Step over the adjectives of a title and its body: "the spokesman | official | (Ali …)"."""
    if at < len(keys) and keys[at] in words.body_links:
        at = _past_body(keys, at + 1, words)
    while at < len(keys) and (keys[at] in words.title_adjectives or _describes(keys, at, words)):
        at += 1
    return at


def _past_body(keys: Sequence[str], at: int, words: NameWords) -> int:
    """Step over the body that somebody speaks for: "in the name of | the Israeli army | (Ali …)"."""
    article, _ = words.describing
    while at < len(keys) and (
        keys[at] in words.organisation_words | words.role_words
        or keys[at].startswith((article, *words.not_in_names))
    ):
        at += 1
    return at


def _describes(keys: Sequence[str], at: int, words: NameWords) -> bool:
    """Say whether an adjective stands between a title and the name behind it: "الرئيس | المصري | …"."""
    article, endings = words.describing
    if not article or not keys[at].startswith(article) or not keys[at].endswith(endings):
        return False
    return at + 1 < len(keys) and _is_name_word(keys[at + 1], words)


def _is_name_word(key: str, words: NameWords) -> bool:
    """Say whether a word may be part of the name of a person."""
    none = words.not_names | words.role_words | words.organisation_words | words.name_stops
    known = key in none or (key[1:] in none and key.startswith(words.joined))
    goes_on = key[0] == JOINED_AND and JOINED_AND in words.joined and key not in words.given_names
    opens = known or goes_on or key.startswith(words.not_in_names)
    return key.isalpha() and len(key) > 1 and not opens


def _given_end(text: str, tokens: Sequence[Word], first: int, words: NameWords) -> int:
    """Return where a name that a given one begins ends, `first` where only one word stands there.

    A third word belongs to it where nothing but a mark, a stop or an office follows.
    """
    if first >= len(tokens) or not _is_given(tokens, first, words):
        return first
    at, counted = first, 0
    while at < len(tokens) and counted < LONGEST_TITLED_NAME:
        key = tokens[at].key
        apart = at > first and not text[tokens[at - 1].end : tokens[at].start].isspace()
        if (
            apart
            or not _is_name_word(key, words)
            or (counted == 2 and not _closes_name(text, tokens, at, words))
        ):
            break
        at += 1
        counted += key not in words.name_particles
    return at if counted > 1 else first


def _family_end(text: str, tokens: Sequence[Word], first: int, words: NameWords) -> int:
    """Return where two words end of which the second is of a family, `first` where none stand there.

    "اللواء | تحسين الجبوري": a name may be a word of another meaning, too.
    """
    article, endings = words.describing
    if (
        not article
        or first + 1 >= len(tokens)
        or not text[tokens[first].end : tokens[first + 1].start].isspace()
    ):
        return first
    given, family = tokens[first].key, tokens[first + 1].key
    is_family = family.startswith(article) and family.endswith(endings[:1])
    return first + 2 if is_family and given.isalpha() and not given.startswith(article) else first


def _is_given(tokens: Sequence[Word], at: int, words: NameWords) -> bool:
    """Say whether a word is a given name, or the son of somebody is named behind it."""
    key = tokens[at].key
    fathered = tokens[at + 1 : at + 2] and tokens[at + 1].key in words.patronymics
    return key in words.given_names or bool(fathered and _is_name_word(key, words))


def _closes_name(text: str, tokens: Sequence[Word], at: int, words: NameWords) -> bool:
    """Say whether a third word ends a name: it is of the family, or what follows is none of it."""
    article, endings = words.describing
    key = tokens[at].key
    if words.name_particles.intersection((key, tokens[at - 1].key)):
        return True  # "آل ثاني"
    if article and key.startswith(article):
        return key.endswith(endings[:1])  # "الكعبي" may be of a family, "المسؤولية" is not
    if words.family_endings and not key.endswith(words.family_endings):
        return False
    if at + 1 == len(tokens) or not text[tokens[at].end : tokens[at + 1].start].isspace():
        return True
    return tokens[at + 1].key in words.role_words or not _is_name_word(tokens[at + 1].key, words)


def _before_office(text: str, tokens: Sequence[Word], at: int, words: NameWords) -> int:
    """Return where a name of two or three words before ", secretary of …" begins; `at` if none does."""
    if not at or text[tokens[at - 1].end : tokens[at].start].strip() not in ("،", ","):
        return at
    first = at - 1
    while (
        first
        and text[tokens[first - 1].end : tokens[first].start].isspace()
        and at - first < LONGEST_TITLED_NAME
    ):
        first -= 1
    is_name = 1 < at - first <= LONGEST_TITLED_NAME and all(
        token.key not in words.not_names and token.key not in words.role_words for token in tokens[first:at]
    )
    return first if is_name else at


def _titled_end(text: str, tokens: Sequence[Word], first: int, words: NameWords) -> int:
    """Return where the name after a title ends; `first` where a body or no name stands there."""
    at, counted = first, 0
    while at < len(tokens) and counted < LONGEST_TITLED_NAME:
        key = tokens[at].key
        linked = tokens[at + 1 : at + 2] and tokens[at + 1].key in words.name_particles
        if not linked and not _is_name_word(key, words):
            break
        if words.known.match([key], 0) or key.startswith(words.not_in_names):
            break
        if counted == LONGEST_TITLED_NAME - 1 and not _closes_name(text, tokens, at, words):
            break
        if at and not text[tokens[at - 1].end : tokens[at].start].isspace():
            break
        at += 1
        counted += key not in words.name_particles
    is_body = at < len(tokens) and at == first and tokens[at].key in words.organisation_words
    return first if is_body or (at == len(tokens) and at - first == 1) else at


def named_again(text: str, found: Sequence[NamedSpan]) -> Iterator[NamedSpan]:
    """Yield where people named with a title stand without it, by their full name or its last word."""
    people = [name.span.of(text) for name in found if name.type is MentionType.PERSON]
    told = dict.fromkeys(chain.from_iterable(map(_forms, people)))
    forms = Phrases((form, form) for form in told)
    tokens = words_of(text, Span(0, len(text))) if told else []
    for at, length, _ in forms.apart([token.key for token in tokens]):
        yield NamedSpan(Span(tokens[at].start, tokens[at + length - 1].end), MentionType.PERSON, None, AGAIN)


def _forms(name: str) -> Iterator[str]:
    """Yield a name of two words or more, and its last word where that is long enough."""
    words = name.split()
    if len(words) > 1:
        yield name
        if len(words[-1]) >= SHORTEST_SURNAME:
            yield words[-1]
