"""The forms of the verbs and nouns that tell events, made from what a language table gives."""

from collections.abc import Iterator, Sequence
from enum import Flag, auto
from typing import Any

VOWELS = "aeiou"
DOUBLED = frozenset(
    {"acquit", "admit", "airdrop", "ban", "bar", "beg", "begin", "blur", "chat", "chop", "clap",
     "commit", "compel", "concur", "confer", "control", "crop", "cut", "defer", "deter", "dispel",
     "drag", "drop", "embed", "emit", "equip", "excel", "expel", "extol", "fan", "flip", "flog",
     "forbid", "fulfil", "gag", "get", "grab", "grip", "gun", "hit", "hug", "incur", "infer", "jam",
     "kidnap", "let", "lob", "mug", "nab", "occur", "omit", "outfit", "pat", "patrol", "permit",
     "pin", "plan", "plot", "prefer", "propel", "put", "quit", "ram", "rebel", "rebut", "recur",
     "refer", "regret", "repel", "rig", "rip", "rob", "run", "sap", "scrap", "scrub", "set", "ship",
     "shun", "shut", "sit", "skip", "slam", "slap", "snap", "snub", "stab", "step", "stir", "stop",
     "strap", "strip", "strum", "submit", "swap", "tap", "top", "transfer", "transmit", "trap",
     "trip", "unban", "wed", "whip", "win", "wiretap", "wrap"}
)  # fmt: skip


class Form(Flag):
    """What a form of a word may be; a spelling may be several at once."""

    BASE = auto()
    PRESENT = auto()
    PAST = auto()
    PARTICIPLE = auto()
    ING = auto()
    NOUN = auto()
    PLURAL = auto()
    FUTURE = auto()


VERBAL = Form.BASE | Form.PRESENT | Form.PAST | Form.PARTICIPLE | Form.ING | Form.FUTURE
NOMINAL = Form.NOUN | Form.PLURAL


def english_verb(entry: str) -> Iterator[tuple[str, Form]]:
    """Yield the forms of a verb phrase, whose first word changes: "shoot|shot|shot at".

    >>> [form for form, _ in english_verb("ban")]
    ['ban', 'bans', 'banned', 'banned', 'banning']
    """
    head, _, tail = entry.partition(" ")
    base, *irregular = head.split("|")
    tail = f" {tail}" if tail else ""
    past, participle = irregular if irregular else (_past(base),) * 2
    yield base + tail, Form.BASE
    yield _with_s(base) + tail, Form.PRESENT
    yield past + tail, Form.PAST
    yield participle + tail, Form.PARTICIPLE
    yield _ing(base) + tail, Form.ING
    if not irregular and base.endswith("el"):  # British: cancelled, travelling
        yield f"{base}led{tail}", Form.PAST | Form.PARTICIPLE
        yield f"{base}ling{tail}", Form.ING


def english_noun(entry: str) -> Iterator[tuple[str, Form]]:
    """Yield singular and plural of a noun phrase, whose last word changes unless "of" follows it."""
    if "|" in entry:
        singular, plural = entry.split("|")
    else:
        singular = entry
        words = entry.split(" ")
        at = next((at - 1 for at, word in enumerate(words) if word in ("of", "in", "by", "on") and at), -1)
        words[at] = _with_s(words[at])
        plural = " ".join(words)
    yield singular, Form.NOUN
    yield plural, Form.PLURAL


def persian_verb(entry: str, table: dict[str, Any]) -> Iterator[tuple[str, Form]]:
    """Yield the forms of a compound verb: its noun with each form of its light verb ("حمله +kard")."""
    stem, compound, light = entry.rpartition(" +")
    if not compound:
        yield entry, Form.PAST
        return
    for kind, form in (("past", Form.PAST), ("present", Form.PRESENT), ("future", Form.FUTURE)):
        for word in table["light"][light].get(kind, ()):
            yield f"{stem} {word}".strip(), form


def arabic_verb(entry: str, table: dict[str, Any]) -> Iterator[tuple[str, Form]]:
    """Yield the forms of a verb of two stems ("هاجم|هاجم"): perfect, imperfect and future, with و and ف."""
    head, _, tail = entry.partition(" ")
    past, _, present = head.partition("|")
    tail = f" {tail}" if tail else ""
    for joined in ("", *table["joined"]):
        for ending in table["past_endings"]:
            yield joined + past + ending + tail, Form.PAST
        for opening in table["present_openings"] if present else ():
            yield joined + opening + present + tail, Form.PRESENT
            yield f"{joined}س{opening}{present}{tail}", Form.FUTURE


def arabic_noun(entry: str, table: dict[str, Any]) -> Iterator[tuple[str, Form]]:
    """Yield a noun and its plural, each with the article and the letters written together with it."""
    for stem, form in zip(entry.split("|"), (Form.NOUN, Form.PLURAL), strict=False):
        for prefix in ("", *table["noun_prefixes"]):
            yield prefix + stem, form


def plain_forms(entry: str, form: Form) -> Iterator[tuple[str, Form]]:
    """Yield the spellings of an entry that are parted by bars."""
    for spelling in entry.split("|"):
        yield spelling, form


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ied"
    return base + (base[-1] if base in DOUBLED else "") + "ed"


def _ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith("ee"):
        return base[:-1] + "ing"
    return base + (base[-1] if base in DOUBLED else "") + "ing"


def _with_s(base: str) -> str:
    if base.endswith("y") and len(base) > 1 and base[-2] not in VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def spellings(entry: str, part: str, order: str, table: dict[str, Any]) -> Sequence[tuple[str, Form]]:
    """Return the forms of one entry of a table by the word order of its language; `part` is verb or noun."""
    if order == "svo":
        return tuple(english_verb(entry) if part == "verb" else english_noun(entry))
    if part == "verb":
        made = persian_verb(entry, table) if order == "sov" else arabic_verb(entry, table)
        return tuple(made)
    return tuple(plain_forms(entry, Form.NOUN) if order == "sov" else arabic_noun(entry, table))
