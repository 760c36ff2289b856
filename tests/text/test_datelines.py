import pytest

from dateline.text.datelines import printed_day


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
