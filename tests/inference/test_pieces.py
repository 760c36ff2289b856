import unicodedata
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from dateline.inference.packaged import MODEL_FOLDER
from dateline.inference.pieces import (
    CASELESS,
    DIGITS,
    LOWER,
    MIXED,
    PUNCTUATION,
    TITLE,
    UPPER,
    Pieces,
    cut_pieces,
    word_shape,
)


@cache
def _tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(MODEL_FOLDER / "tokenizer.json"))


def _words(pieces: Pieces, text: str) -> list[str]:
    words: dict[int, str] = {}
    for word, start, end in zip(
        pieces.words.tolist(), pieces.starts.tolist(), pieces.ends.tolist(), strict=True
    ):
        words[word] = words.get(word, "") + text[start:end]
    return list(words.values())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Erdoğan met İbrahim Şahin in Zürich.", ["Erdoğan", "met", "İbrahim", "Şahin", "in", "Zürich", "."]),
        ("قال الوزير إن الهجوم فشل", ["قال", "الوزير", "إن", "الهجوم", "فشل"]),
        ("Esmail Qa’ani said 🙂 so", ["Esmail", "Qa’ani", "said", "🙂", "so"]),
        ("O'Malley's aides don't", ["O'Malley", "'", "s", "aides", "don", "'", "t"]),
        ("al-Ka'bi and ‘this’", ["al-Ka'bi", "and", "‘", "this", "’"]),
        ("Yahya Al-e Eshaq", ["Yahya", "Al-eEshaq"]),
        ("Ash-Sha’ir left al-Taji in mid-May", ["Ash-Sha’ir", "left", "al-Taji", "in", "mid", "-", "May"]),
        ("ISIS\u00ad-K said\u200b no", None),
    ],
)
def test_offsets_point_into_the_text_as_given(text: str, words: list[str] | None) -> None:
    pieces = cut_pieces(_tokenizer(), text)
    if words is not None:
        assert _words(pieces, text) == words
    assert all(text[start:end].strip() for start, end in zip(pieces.starts, pieces.ends, strict=True))


@given(st.text(max_size=60).map(lambda text: unicodedata.normalize("NFC", text)))
def test_offsets_go_forward_and_stay_inside(text: str) -> None:
    pieces = cut_pieces(_tokenizer(), text)
    starts, ends = pieces.starts.tolist(), pieces.ends.tolist()
    assert all(0 <= start < end <= len(text) for start, end in zip(starts, ends, strict=True))
    assert starts == sorted(starts)
    assert ends == sorted(ends)


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("said", LOWER), ("Tehran", TITLE), ("A", TITLE),
        ("Qa’ani", TITLE), ("O’Malley", MIXED), ("IRGC", UPPER), ("eBay", MIXED), ("2020", DIGITS),
        ("وزیر", CASELESS), (",", PUNCTUATION),
    ],
)  # fmt: skip
def test_word_shape(word: str, shape: int) -> None:
    assert word_shape(word) == shape


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "no way" today', [False, False, True, True, True, False, False]),
        ("“No” he said", [True, True, False, False, False]),
        ("“Never closed\nHe left", [True, True, True, False, False]),
    ],
)
def test_quotation_is_seen_and_ends_with_its_paragraph(text: str, quoted: list[bool]) -> None:
    pieces = cut_pieces(_tokenizer(), text)
    assert [bool(feature & 2) for feature in pieces.features.tolist()] == quoted


def test_paragraph_starts_are_seen() -> None:
    pieces = cut_pieces(_tokenizer(), "One two\n\nthree four")
    assert [bool(feature & 1) for feature in pieces.features.tolist()] == [True, False, True, False]
