"""Which kinds of events can be one happening told in two ways."""

from dateline.model.annotations import EventMention, EventStage, EventType

DEATH = "death"
HARM = frozenset({"killing", "wounding", DEATH})
FATAL = frozenset({"killing", "assassination", "execution", DEATH})
FIRE = frozenset({"rocket attack", "shelling", "shooting"})
AIR = frozenset({"airstrike", "bombing"})
BATTLE = frozenset({"clash", "offensive", "shooting", "shelling"})
VAGUE = frozenset({"attack", *HARM})  # said of any attack, of its course or of what came of it
ALIKE = (FATAL, FIRE, AIR, BATTLE)

# Words about happenings: what is asked, blamed or refused is told of, and joined only where several tell it.
SPOKEN = frozenset(
    {
        EventType.AGREE,
        EventType.REQUEST,
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.THREATEN,
        EventType.SUPPORT,
        EventType.OTHER,
    }
)
HAPPENED = frozenset({EventStage.DONE, EventStage.ATTEMPTED, EventStage.DENIED})
COMPANY = frozenset({EventType.CONSULT})  # who takes part says what it is


def family_of(event: EventMention) -> EventType:
    """Return the type under which an event is compared; a death may be told of an assault."""
    return EventType.ASSAULT if event.mode in HARM else event.type


def may_be_one(one: str | None, other: str | None, family: EventType) -> bool:
    """Say whether two modes of one family can be said of one happening."""
    if one == other or one is None or other is None:
        return True
    if family is not EventType.ASSAULT:
        return False
    return bool({one, other} & VAGUE) or any({one, other} <= alike for alike in ALIKE)
