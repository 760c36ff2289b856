"""The starter list: every kind of entry, its names in four languages, its source, its dates in order."""

from itertools import pairwise

import pytest

from dateline.knowledge import load_starter
from dateline.text.naming.sounds import Script, script_of

BY_ID = {known.id: known for known in load_starter()}


def test_each_entry_stands_once_with_names_and_a_source() -> None:
    assert len(BY_ID) == len(load_starter())
    assert all(known.names and known.source for known in load_starter())


@pytest.mark.parametrize(
    "id",
    [
        "state:iq",
        "capital:ir",
        "body:iq-foreign-ministry",
        "body:sy-government",
        "body:hezbollah",
        "body:snsc",
        "body:un",
        "body:opcw",
        "outlet:al-jazeera",
    ],
)
def test_main_entries_have_latin_arabic_and_hebrew_names(id: str) -> None:
    scripts = {script_of(name) for name in BY_ID[id].names}
    assert {Script.LATIN, Script.ARABIC, Script.HEBREW} <= scripts


def test_patterns_are_filled() -> None:
    assert not [name for known in load_starter() for name in known.names if "{" in name]


def test_tenures_end_after_they_begin_and_do_not_overlap() -> None:
    held: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for known in load_starter():
        for tenure in known.tenures:
            assert tenure.begin
            assert tenure.until
            held.setdefault((tenure.office, tenure.of), []).append((tenure.begin, tenure.until))
    for spans in held.values():
        spans.sort()
        assert all(begin < until for begin, until in spans)
        assert all(before[1] <= after[0] for before, after in pairwise(spans))


def test_outlets_say_who_owns_them_and_name_their_sisters() -> None:
    press_tv = BY_ID["outlet:press-tv"]
    assert press_tv.country == "ir"
    assert press_tv.note.startswith("broadcaster; in en; of Islamic Republic of Iran Broadcasting; ")
    assert "affiliation: state" in press_tv.note
    assert "Al-Alam" in press_tv.note.partition("sister of")[2]
