from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from dateline.errors import ModelError
from dateline.inference.packaged import MODEL_FOLDER
from dateline.inference.pieces import IntArray
from dateline.inference.reader import OnnxReader, chunk_text, load_reader
from dateline.inference.reading import PART_ROLES, RawAttribution, RawReading
from dateline.model.annotations import MentionType
from dateline.model.spans import Span


@cache
def _reader() -> OnnxReader:
    return load_reader(threads=1)


def _words(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(span.of(text) for span in spans)


def _all_spans(reading: RawReading) -> list[Span]:
    parts = [(each.cue, each.source, each.content) for each in reading.attributions]
    said = [span for spans in parts for part in spans for span in part]
    return [*(mention.span for mention in reading.mentions), *said]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "Oil minister Karim Zand said that exports had doubled since May.",
            "Oil minister Karim Zand",
            "said",
            "doubled",
        ),
        (
            "“We will not leave the valley,” Colonel Ines Duarte told reporters.",
            "Ines Duarte",
            "told",
            "leave the valley",
        ),
        (
            "According to the Health Board, forty wells were tested last year.",
            "Health Board",
            "According to",
            "wells",
        ),
    ],
)
def test_says_who_and_what(text: str, source: str, cue: str, content: str) -> None:
    (found,) = _reader().read(text).attributions
    assert source in _words(text, found.source)
    assert cue in _words(text, found.cue)
    assert content in _words(text, found.content)


def test_names_have_types_and_exact_spans() -> None:
    text = "Foreign Minister Leila Nassar flew from Amman to Ankara for talks with the World Bank."
    found = {mention.span.of(text): mention.type for mention in _reader().read(text).mentions}
    assert found["Leila Nassar"] is MentionType.PERSON
    assert found["World Bank"] is MentionType.ORG
    assert found["Ankara"] in (MentionType.GPE, MentionType.LOC)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "🙂🙂🙂 🇮🇶 🙂",
        "وزیر نفت گفت: “exports doubled” در سال ۱۳۹۸",
        "said " * 5000,
        "x" * 3000,
        "a\u0000b \ufffd\u200f said so",
    ],
)
def test_any_text_is_read_without_error(text: str) -> None:
    spans = _all_spans(_reader().read(text))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


def test_nothing_is_lost_in_a_long_text() -> None:
    paragraph = "Governor Amal Rashid said the road to Basra had been closed since Sunday morning.\n\n"
    reading = _reader().read(paragraph * 120)
    names = [
        mention.span.start
        for mention in reading.mentions
        if mention.span.of(paragraph * 120) == "Amal Rashid"
    ]
    assert len(names) == 120
    assert len(reading.attributions) == 120


def test_reading_twice_gives_the_same() -> None:
    text = "The envoy denied the report. He added that talks would go on. " * 40
    assert _reader().read(text) == _reader().read(text)


def test_as_many_threads_as_there_are_read_the_same() -> None:
    text = "Governor Amal Rashid said the road to Basra had been closed.\n\n" * 60
    assert load_reader(threads=3).read(text) == _reader().read(text)


class _Counting:
    """A session that counts its runs and says zero to everything."""

    def __init__(self) -> None:
        self.runs = 0

    def run(
        self, output_names: Sequence[str], feeds: dict[str, IntArray], options: object, /
    ) -> Sequence[object]:
        self.runs += 1
        return [np.zeros((*feeds["ids"].shape, 600)) for _ in output_names]


def test_no_window_is_scored_long_before_it_is_taken() -> None:
    session = _Counting()
    tokenizer = Tokenizer.from_file(str(MODEL_FOLDER / "tokenizer.json"))
    reader = OnnxReader(session, tokenizer, _reader().meta, threads=2)
    windows = reader.score(reader.cut("Governor Amal Rashid said the road had been closed.\n\n" * 200))
    next(windows)
    windows.close()
    assert session.runs <= 3


def test_the_name_has_the_hash_of_the_weights() -> None:
    assert _reader().name == f"reader:{_reader().meta.hash[:12]}"


def test_a_cue_and_its_words_stay_in_one_reading() -> None:
    text = "The ministry said on Monday that two bridges were damaged."
    (found,) = _reader().read(text).attributions
    assert isinstance(found, RawAttribution)
    assert 0 < found.score <= 1


def test_a_folder_without_a_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no packaged reader here"):
        load_reader(tmp_path)


def test_a_model_of_another_format_is_refused(tmp_path: Path) -> None:
    (tmp_path / "model.onnx").write_bytes(b"")
    (tmp_path / "meta.json").write_text('{"format": 99}', encoding="utf-8")
    with pytest.raises(ModelError, match="format 99, expected"):
        load_reader(tmp_path)


@pytest.mark.parametrize("text", ["", "one", "word " * 50, "x" * 45, "line\n" * 30])
def test_chunks_cover_the_text(text: str) -> None:
    chunks = list(chunk_text(text, 20))
    assert "".join(text[start:end] for start, end in chunks) == text
    assert all(end - start <= 20 for start, end in chunks)


def test_the_packaged_model_is_small() -> None:
    assert sum(path.stat().st_size for path in MODEL_FOLDER.iterdir()) < 40_000_000


def test_parts_of_attacks_are_read_where_sentences_are_given() -> None:
    text = "Gunmen killed the mayor of the town and three policemen with a car bomb on Monday."
    parts = _reader().read(text, [Span(0, len(text))]).parts
    likeliest = {
        part.span.of(text): PART_ROLES[max(range(len(PART_ROLES)), key=part.likely.__getitem__)]
        for part in parts
    }
    assert likeliest["Gunmen"] == "individual"
    assert likeliest["policemen"] == "victim"
    assert likeliest["bomb"] == "weapon"
    assert _reader().read(text).parts == ()
