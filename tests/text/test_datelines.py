import pytest

from dateline.text.datelines import dateline_end, printed_day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("   LIMA (PERU), 2 MAR 90 (EFE) -- [TEXT] POLICE SAID", "1990-03-02"),
        ("Arbil, 14 Sep 07 (AFP) -- Two men", "2007-09-14"),
        ("BAGHDAD, Jan. 3, 2020 (Reuters) - Two rockets fell", "2020-01-03"),
        ("Tripoli, 5 May 2019 – Shells fell on", "2019-05-05"),
        ("On 5 May 2019 shells fell on Tripoli.", None),
        ("In Tripoli, 5 May 2019 is remembered.", None),
        ("In Lima, 2 Mar 90 people died.", None),
        ("Tripoli, May 2019 – Shells fell on", None),
        ("", None),
    ],
)
def test_the_day_of_a_dateline(text: str, day: str | None) -> None:
    assert printed_day(text, "en") == day


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("TEHRAN, May 14 (Wire) - ", "The road is cut."),
        ("BEIRUT (AP) — ", "The road is cut."),
        ("COLUMBIA, S.C. (AP) -- ", "The road is cut."),
        ("Tripoli, 5 May 2019 – ", "Shells fell."),
        ("بغداد / مشحوف – ", "أعلن الجيش أن الطريق مقطوع."),
        ("دمشق (سانا) - ", "قال الجيش إن الطريق مقطوع."),
        ("تهران – ", "ارتش گفت که راه بسته است."),
        ("", "قال الجيش إن الطريق – وهو الوحيد – مقطوع."),
        ("", "The road - the only one - is cut."),
        ("", "Hezbollah (the Party of God) - an armed group - denied it."),
        ("", "The UN - 70 years old - met."),
    ],
)
def test_a_paragraph_goes_on_behind_its_dateline(line: str, rest: str) -> None:
    assert dateline_end("First.\n\n" + line + rest, 8) == 8 + len(line)
