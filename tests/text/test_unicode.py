import time
import unicodedata

import pytest

from dateline.text.unicode import nfc


@pytest.mark.parametrize(
    ("raw", "normal"),
    [("Ame\u0301lie", "Amélie"), ("cut \ud83d here", "cut \ufffd here"), ("آ", "آ")],
)
def test_text_comes_out_composed_and_encodable(raw: str, normal: str) -> None:
    assert nfc(raw) == normal
    nfc(raw).encode()


def test_nfc_agrees_with_unicode_on_ordinary_text() -> None:
    text = "الجمهوريّة — résumé, Ḥasan, 한국"
    assert nfc(text) == unicodedata.normalize("NFC", text)


def test_a_hostile_run_of_marks_takes_linear_time() -> None:
    started = time.process_time()
    nfc("a" + "\u0301\u0316" * 300_000)
    assert time.process_time() - started < 5
