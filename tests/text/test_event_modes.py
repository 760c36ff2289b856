import pytest

from dateline.model.annotations import EventStage, EventType
from dateline.text.event_modes import code_event, event_modes


def test_every_type_has_a_mode() -> None:
    assert {kind for kind, _ in event_modes()} == set(EventType)


def test_roots_are_two_digits() -> None:
    roots = [mode.cameo for mode in event_modes().values() if mode.cameo]
    assert all(len(root) == 2 and 1 <= int(root) <= 20 for root in roots)


@pytest.mark.parametrize(
    ("kind", "mode", "stage", "expected"),
    [
        (EventType.ASSAULT, "airstrike", EventStage.DONE, (EventType.ASSAULT, "19")),
        (EventType.SANCTION, "sanction", EventStage.PLANNED, (EventType.THREATEN, "13")),
        (EventType.CONSULT, "visit", EventStage.PLANNED, (EventType.AGREE, "03")),
        (EventType.RETREAT, "release", EventStage.DENIED, (EventType.REJECT, "12")),
        (EventType.REQUEST, "demand", EventStage.PLANNED, (EventType.REQUEST, "10")),
        (EventType.ASSAULT, None, EventStage.DONE, (EventType.ASSAULT, None)),
    ],
)
def test_intentions_are_filed_as_the_schemes_file_them(
    kind: EventType, mode: str | None, stage: EventStage, expected: tuple[EventType, str | None]
) -> None:
    assert code_event(kind, mode, stage) == expected
