"""One printed name taken apart: words that tell, words that are ignored and why, what it is known as."""

import re
from dataclasses import dataclass
from functools import lru_cache

from dateline.model.annotations import MentionType
from dateline.text.naming.letters import BARE, LETTER_NAMES
from dateline.text.naming.lexicon import Lexicon, known_key, lexicon, without_article, words_of
from dateline.text.naming.sounds import Script, Sounds, sounds_of
from dateline.text.unicode import nfc

NAMES_KEPT = 200_000  # distinct names in play at once
LONGEST_ACRONYM = 7
PLACES = frozenset({MentionType.GPE, MentionType.LOC, MentionType.FAC})

_BARE = str.maketrans(BARE)
_BRACKETS = re.compile(r"\s*[(\[（][^)\]）]*[)\]）]")
_QUOTED = re.compile(r"\s[\"“«„][^\"”»“]+[\"”»“](?=\s)")
_EZAFE = re.compile(r"(?<=[A-Za-z])-(?:e|ye|i|yi)\s+")
_JOINED_FOR = re.compile(r"^لل?(?=\w{3})")  # "for", written together with its word
_APOSTROPHE_S = re.compile(r"['’]s\b")


@dataclass(frozen=True, slots=True)
class Word:
    """One telling word. `bare` is how it sounds without an article written together with it."""

    text: str
    sounds: Sounds
    bare: Sounds | None = None
    initial: str | None = None
    nickname: str | None = None
    concept: str | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A name ready to be compared. `known` holds the keys of what it is a well-known name of."""

    text: str
    kind: MentionType
    script: Script
    words: tuple[Word, ...]
    key: str
    known: frozenset[str] = frozenset()
    generation: int | None = None
    acronym: str | None = None
    ignored: tuple[str, ...] = ()


@lru_cache(maxsize=NAMES_KEPT)
def analyse_name(text: str, kind: MentionType | None = None) -> Name:
    """Take a name apart; where `kind` is not given it is guessed from the words."""
    terms = lexicon()
    bare = _BRACKETS.sub("", nfc(text)).strip() or nfc(text)
    folded = words_of(bare)
    known = terms.known.get(known_key(folded, terms.articles | terms.links), frozenset())
    kind = kind or _guess(folded, known, terms)
    make = _person if kind is MentionType.PERSON else _thing
    return make(bare, kind, known, terms)


def _guess(folded: list[str], known: frozenset[str], terms: Lexicon) -> MentionType:
    if known:
        return MentionType.ORG if any(key.startswith("groups") for key in known) else MentionType.GPE
    concepts = {terms.concepts.get(without_article(word)) for word in folded}
    return MentionType.PERSON if concepts.isdisjoint(terms.things) else MentionType.ORG


def _person(text: str, kind: MentionType, known: frozenset[str], terms: Lexicon) -> Name:
    spoken = _EZAFE.sub(" ", text.replace("\u200c", ""))
    folded = words_of(_in_order(_QUOTED.sub("", spoken)))
    kept, ignored = _without_titles(folded, terms)
    generation = next((terms.generations[word] for word in kept[1:] if word in terms.generations), None)
    if generation is not None:
        kept = [word for word in kept if word not in terms.generations] or kept
    joined = _joined(kept, terms, ignored)
    words = tuple(_person_word(word, terms) for word in joined)
    return Name(text, kind, _script(words), words, _key(words), known, generation, None, tuple(ignored))


def _in_order(text: str) -> str:
    """Put "Surname, Given" in the order of speech."""
    surname, comma, given = text.partition(",")
    return f"{given} {surname}" if comma and "," not in given and len(given.strip()) > 3 else text


def _without_titles(folded: list[str], terms: Lexicon) -> tuple[list[str], list[str]]:
    """Drop titles before and after the name, never the last word that is left."""
    kept: list[str] = []
    ignored: list[str] = []
    at = 0
    while at < len(folded):
        title = _title_at(folded, at, terms) if not kept else 0
        if title and at + title < len(folded):
            ignored.append(" ".join(folded[at : at + title]))
            at += title
        else:
            kept.append(folded[at])
            at += 1
    return kept, ignored


def _title_at(folded: list[str], at: int, terms: Lexicon) -> int:
    for title in terms.titles.get(folded[at], ()):
        if tuple(folded[at : at + len(title)]) == title:
            return len(title)
    stripped = without_article(folded[at])
    return 1 if stripped != folded[at] and (stripped,) in terms.titles.get(stripped, ()) else 0


def _joined(words: list[str], terms: Lexicon, ignored: list[str]) -> list[str]:
    """Join what is one name in several words: Abd al-X, Abu X, X-zadeh; leave out articles and "bin"."""
    made: list[str] = []
    prefix = ""
    for at, word in enumerate(words):
        last = at == len(words) - 1
        if prefix and word in terms.articles and not last:
            prefix += word
        elif prefix:
            made.append(prefix + word)
            prefix = ""
        elif not last and word in terms.servants | terms.fathers:
            prefix = word
        elif made and len(made[-1]) > 1 and (word in terms.suffixes or (last and word == "ای")):
            made[-1] += without_article(word)
        elif _is_particle(word, made, last, terms):
            ignored.append(word)
        else:
            made.append(word)
    return made or words


def _is_particle(word: str, made: list[str], last: bool, terms: Lexicon) -> bool:
    if last and not made:
        return False
    if len(word) == 1 and word.isascii():
        return False
    if word in terms.articles:
        return not last or bool(made)
    return word in terms.patronymics and bool(made) and not last


def _person_word(word: str, terms: Lexicon) -> Word:
    initial = word if len(word) == 1 else LETTER_NAMES.get(word)
    plain = word.translate(_BARE)
    return Word(plain, sounds_of(word), _bare(word, plain), initial, terms.nicknames.get(plain))


def _bare(word: str, plain: str) -> Sounds | None:
    """Return how a word sounds without its article or its marks, where it has any."""
    stripped = without_article(plain)
    return sounds_of(stripped) if stripped != word and len(stripped) > 1 else None


def _thing(text: str, kind: MentionType, known: frozenset[str], terms: Lexicon) -> Name:
    printed = _APOSTROPHE_S.sub("", text)
    folded = _singles_joined(words_of(printed))
    fillers = terms.articles | terms.links
    kept = [word for word in folded if word not in fillers or len(folded) == 1] or folded
    words = tuple(_thing_word(word, terms) for word in kept)
    ignored = tuple(word for word in folded if word in fillers)
    return Name(text, kind, _script(words), words, _key(words), known, None, _acronym(printed), ignored)


def _singles_joined(folded: list[str]) -> list[str]:
    """Join the letters of a pointed abbreviation: u, s becomes us."""
    made: list[str] = []
    run = False
    for word in folded:
        single = len(word) == 1
        if single and run:
            made[-1] += word
        else:
            made.append(word)
        run = single
    return made


def _thing_word(word: str, terms: Lexicon) -> Word:
    plain = word.translate(_BARE)
    bare = (word, without_article(word), _JOINED_FOR.sub("", word))
    concept = next((terms.concepts[form] for form in bare if form in terms.concepts), None)
    return Word(plain, sounds_of(word), _bare(word, plain), None, None, concept)


def _acronym(text: str) -> str | None:
    letters = text.replace(".", "").replace("-", "").replace("״", "").replace('"', "").strip()
    is_short = 2 <= len(letters) <= LONGEST_ACRONYM and letters.isalpha()
    return letters if is_short and letters.isupper() else None


def _script(words: tuple[Word, ...]) -> Script:
    return words[0].sounds.script if words else Script.OTHER


def _key(words: tuple[Word, ...]) -> str:
    return " ".join(sorted(word.text for word in words))
