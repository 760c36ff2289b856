"""Whether a phrase means people, bodies or states, by its names and by the noun that heads it."""

from dateline.extract.events.parsing.parties import Party
from dateline.extract.events.parsing.reading import Reading
from dateline.model.annotations import MentionType

DOERS = frozenset({MentionType.PERSON, MentionType.ORG, MentionType.GPE, MentionType.NORP})


def is_people(reading: Reading, party: Party) -> bool:
    """Say whether a phrase means people, a body or a state: by its name, or by its last word."""
    if party.pronoun or head_of(reading, party).isdigit():
        return True
    if is_of(reading, party, "people") or has_ending(reading, party, "people_endings"):
        return True
    if any(reading.mentions[index].type in DOERS for index in party.mentions):
        return not is_of(reading, party, "weapons") and not is_of(reading, party, "voiceless")
    return _is_capital(reading, party) and not is_of(reading, party, "voiceless")


def _is_capital(reading: Reading, party: Party) -> bool:
    """Say whether a phrase ends like a name that nobody has read as one."""
    last = party.last - 1
    opens = last == 0 or not reading.tokens.words[last - 1][0].isalnum()
    is_upper = reading.text[reading.tokens.starts[last]].isupper()
    return is_upper and not (opens and has_ending(reading, party, "abstract_endings"))


def is_of(reading: Reading, party: Party, name: str) -> bool:
    """Say whether the last word of a phrase is one of a list of heads."""
    return head_of(reading, party) in reading.words.heads[name]


def has_ending(reading: Reading, party: Party, name: str) -> bool:
    """Say whether the last word of a phrase ends like those of a list."""
    return head_of(reading, party).endswith(tuple(reading.words.heads[name]))


def head_of(reading: Reading, party: Party) -> str:
    """Return the head of a phrase: in English its last word, in Persian and Arabic its first."""
    return reading.tokens.words[party.last - 1 if reading.words.order == "svo" else party.first]
