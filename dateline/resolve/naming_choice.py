"""The name under which an entity is listed: what the desk calls it, else what most documents do."""

from collections import Counter
from collections.abc import Iterable, Sequence

from dateline.model.annotations import MentionType
from dateline.model.entities import KnownEntity
from dateline.resolve.namings import Naming, word_count
from dateline.text.naming.sounds import Script, script_of

SCRIPTS = {
    "ar": Script.ARABIC,
    "fa": Script.ARABIC,
    "ur": Script.ARABIC,
    "ckb": Script.ARABIC,
    "he": Script.HEBREW,
    "ru": Script.CYRILLIC,
    "uk": Script.CYRILLIC,
}


def choose_name(namings: Sequence[Naming], known: KnownEntity | None, language: str) -> str:
    """Return the name of an entity in the letters of the house language, where it has one in them."""
    script = SCRIPTS.get(language.partition("-")[0], Script.LATIN)
    if known is not None:
        own = [name for name in known.names if script_of(name) is script]
        if own or not namings:
            return (own or list(known.names))[0]
    names: Counter[str] = Counter()
    for naming in namings:
        for form, documents in naming.spellings.items():
            names[form] += len(documents)
    is_person = any(naming.kind is MentionType.PERSON for naming in namings)
    full = [form for form in names if not is_person or word_count(form) > 1]
    return min(full or _full_aliases(namings) or names, key=lambda form: _rank(form, names[form], script))


def _full_aliases(namings: Iterable[Naming]) -> list[str]:
    return sorted({alias for naming in namings for alias in naming.aliases if word_count(alias) > 1})


def _rank(form: str, documents: int, script: Script) -> tuple[bool, bool, int, int, str]:
    shouted = form.isupper() and " " in form
    return (script_of(form) is not script, shouted, -documents, -len(form), form)
