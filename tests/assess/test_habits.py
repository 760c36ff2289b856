"""Silence is measured against one's own habit, not by a clock for all."""

from datetime import UTC, datetime, timedelta

from dateline.assess.habits import find_silences

START = datetime(2020, 3, 1, tzinfo=UTC)


def every(hours: float, until: float) -> list[datetime]:
    return [START + timedelta(hours=hours * step) for step in range(int(until / hours) + 1)]


def test_who_reports_hourly_is_quiet_before_who_reports_weekly() -> None:
    reports = {"hourly": every(1, 240), "weekly": every(168, 24 * 49), "late": every(1, 240)[:5]}
    found = find_silences("outlet", reports, START + timedelta(hours=300))
    assert [each.name for each in found] == ["hourly"]
    assert found[0].usual == timedelta(hours=1)
    assert found[0].silent == timedelta(hours=60)


def test_one_long_pause_does_not_change_the_habit() -> None:
    with_holiday = [*every(2, 100), *(moment + timedelta(days=20) for moment in every(2, 100))]
    (silence,) = find_silences("language", {"fa": with_holiday}, with_holiday[-1] + timedelta(days=3))
    assert silence.usual == timedelta(hours=2)
    assert silence.times == 36


def test_a_night_is_no_silence() -> None:
    assert find_silences("outlet", {"hourly": every(0.5, 50)}, START + timedelta(hours=80)) == []
