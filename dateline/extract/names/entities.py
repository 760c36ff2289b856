"""Whom a document names: full name, short name, acronym and role gathered into one entity."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dateline.extract.attribution.wording import key_of
from dateline.extract.names.roles import role_beside
from dateline.extract.names.tokens import NamedSpan
from dateline.extract.names.words import NameWords, name_words_of
from dateline.model.annotations import DocumentEntity, Mention, MentionType
from dateline.model.syntax import SyntaxTree

_ACRONYM_AFTER = re.compile(r"\s*\(([^()]{2,60})\)")
_ALIAS_INTRO = re.compile(
    r"^(?:formerly(?: known as)?|previously|also known as|known as|aka|a\.k\.a\.|or|née)\s+", re.I
)
_KNOWN_AS = re.compile(r",?\s+(?:better |also |formerly )?known as\s+[“\"«]?([^“”\"«»,.()]{2,60})[”\"»]?")


@dataclass
class _Draft:
    type: MentionType
    names: Counter[str] = field(default_factory=Counter)
    aliases: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)


def gather_entities(
    text: str,
    lang: str,
    names: Sequence[NamedSpan],
    *,
    weighed: bool = False,
    trees: Sequence[SyntaxTree] = (),
) -> tuple[tuple[Mention, ...], tuple[DocumentEntity, ...]]:
    """Return the mentions with entity and role, and the entities with their fullest name and aliases.

    Where the names were weighed, what has no type among them keeps none. `trees` are the syntax of the
    sentences, in order, where it is known.
    """
    words = name_words_of(lang)
    by_key: dict[str, int] = {}
    surnames: dict[str, str] = {}
    drafts: list[_Draft] = []
    members: list[int] = []
    roles = [name.role or role_beside(text, name, words, trees) for name in names]
    full_names = _full_names(text, names)
    for name, role in zip(names, roles, strict=True):
        full = _full_key(text, name, words, surnames, full_names)
        at = _entity_of(full, name, role, by_key, drafts)
        if drafts[at].type is MentionType.PERSON:
            _remember_surnames(_key(name.span.of(text)), surnames)
        draft = drafts[at]
        draft.names[name.span.of(text)] += 1
        if role and role not in draft.roles:
            draft.roles.append(role)
        for alias in _aliases_after(text, name):
            if alias not in draft.aliases:
                draft.aliases.append(alias)
            by_key.setdefault(_key(alias), at)
        members.append(at)
    types = [
        _mention_type(name, drafts[member], weighed=weighed)
        for name, member in zip(names, members, strict=True)
    ]
    return _mentions(names, types, roles, members), _entities(drafts)


def _key(name: str) -> str:
    return " ".join(key_of(word).removesuffix("'s") for word in name.split())


def _full_names(text: str, names: Sequence[NamedSpan]) -> dict[str, str]:
    """Return the key of the first full name of a person for each surname of the document."""
    surnames: dict[str, str] = {}
    for name in names:
        if name.type is MentionType.PERSON:
            for surname, full in _surnames(_key(name.span.of(text))):
                surnames.setdefault(surname, full)
    return surnames


def _surnames(key: str) -> Iterable[tuple[str, str]]:
    """Yield what a person may be called for short: the last word, and the last two ("Al-e Eshaq")."""
    words = key.split()
    for count in (1, 2):
        if len(words) > count:
            yield " ".join(words[-count:]), key


def _remember_surnames(key: str, surnames: dict[str, str]) -> None:
    surnames.update(_surnames(key))


def _full_key(
    text: str, name: NamedSpan, words: NameWords, surnames: dict[str, str], full_names: dict[str, str]
) -> str:
    """Return the key of the full name of a short one: the latest before it, else the first after it.

    A place may be a surname ("Hashimoto"), but not a country or a city that is known to all.
    """
    key = _key(name.span.of(text))
    is_known = name.type is MentionType.GPE and words.known.match(key.split(), 0)
    if name.type in (MentionType.PERSON, MentionType.MISC, MentionType.GPE) and not is_known:
        return surnames.get(key) or full_names.get(key, key)
    return key


def _entity_of(
    key: str, name: NamedSpan, role: str | None, by_key: dict[str, int], drafts: list[_Draft]
) -> int:
    """Return the index of the entity that a name belongs to, a new one where it is the first."""
    at = by_key.get(key)
    if at is None:
        kind = MentionType.PERSON if " " in key and role else name.type
        drafts.append(_Draft(kind))
        at = by_key[key] = len(drafts) - 1
    if drafts[at].type is MentionType.MISC and (role or name.type is not MentionType.MISC):
        drafts[at].type = MentionType.PERSON if role else name.type
    return at


def _aliases_after(text: str, name: NamedSpan) -> Iterable[str]:
    end = name.span.end
    if known := _KNOWN_AS.match(text, end, end + 90):
        yield known[1].strip()
    found = _ACRONYM_AFTER.match(text, end, end + 70)
    if not found or any(character.isdigit() for character in found[1]) or "," in found[1]:
        return
    inside = found[1].strip()
    intro = _ALIAS_INTRO.match(inside)
    if intro or inside.isupper() or name.type is MentionType.ORG:
        yield _ALIAS_INTRO.sub("", inside)


def _mentions(
    names: Sequence[NamedSpan],
    types: Sequence[MentionType],
    roles: Sequence[str | None],
    members: Sequence[int],
) -> tuple[Mention, ...]:
    return tuple(
        Mention(f"m{at}", name.span.start, name.span.end, kind, f"e{member}", name.confidence, role)
        for at, (name, kind, role, member) in enumerate(zip(names, types, roles, members, strict=True))
    )


def _mention_type(name: NamedSpan, draft: _Draft, *, weighed: bool) -> MentionType:
    """Return the type of a mention: that of its entity where its own says little, or a place is a surname."""
    is_surname = name.type is MentionType.GPE and draft.type is MentionType.PERSON
    says_little = name.type is MentionType.MISC and not weighed
    return draft.type if is_surname or says_little else name.type


def _entities(drafts: Sequence[_Draft]) -> tuple[DocumentEntity, ...]:
    entities = []
    for at, draft in enumerate(drafts):
        name = max(draft.names, key=lambda spelling: (len(spelling.split()), len(spelling)))
        aliases = dict.fromkeys((*draft.names, *draft.aliases))
        entities.append(
            DocumentEntity(f"e{at}", draft.type, name, tuple(alias for alias in aliases if alias != name))
        )
    return tuple(entities)
