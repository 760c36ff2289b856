"""The packaged reader: ONNX weights, run by onnxruntime over overlapping windows."""

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from dateline.inference.agreement import agree
from dateline.inference.attributions import (
    PieceAttribution,
    Settings,
    WindowScores,
    believe,
    merge_attributions,
    window_attributions,
)
from dateline.inference.decode import FloatArray, Run, labelled_runs
from dateline.inference.happenings import window_happenings
from dateline.inference.judging import Marks
from dateline.inference.lost import LostHead, load_lost_head, window_lost_marks
from dateline.inference.naming import WordScoring
from dateline.inference.packaged import MODEL_FOLDER, ReaderMeta, load_meta
from dateline.inference.parts import window_parts
from dateline.inference.pieces import PADDING, IntArray, Pieces, cut_pieces
from dateline.inference.reading import RawAttribution, RawHappening, RawMention, RawPart, RawReading
from dateline.inference.syntax import UnitVectors
from dateline.inference.windows import TextWindow, plan_windows
from dateline.model.annotations import LostMark, MentionType
from dateline.model.spans import Span
from dateline.model.syntax import SyntaxTree
from dateline.text.marks import has_no_commas

CHUNK = 200_000
"""Code points cut into pieces at once; a longer text is cut at line or word ends."""
CLS, SEP = 101, 102
OUTPUTS = ("mentions", "cues", "pairs", "happenings", "syntax", "parts")
"""What the model says."""
HEARD = ("mentions", "cues", "happenings", "syntax")
"""What the head of lost marks hears of it."""
FEWER_OUTPUTS = OUTPUTS[:4]
"""What it says in less time, where nobody asks for trees and parts of attacks."""
SLOW_FUSIONS = ("SkipLayerNormFusion",)
"""Nodes that onnxruntime makes of two, and that take several times as long as the two."""


class Session(Protocol):
    """What is used of an onnxruntime session."""

    def run(
        self, output_names: Sequence[str], feeds: dict[str, IntArray], options: object, /
    ) -> Sequence[object]:
        """Return some outputs for a batch."""


class OnnxReader:
    """Reads with packaged weights, `threads` windows of a text at a time; deterministic for one machine."""

    def __init__(self, session: Session, tokenizer: Tokenizer, meta: ReaderMeta, threads: int = 1) -> None:
        self._session = session
        self._threads = threads
        self._tokenizer = tokenizer
        self._options = onnxruntime.RunOptions()  # type: ignore[attr-defined]
        self._lost: LostHead | None = None
        self._options.only_execute_path_to_fetches = True
        self.meta = meta

    @property
    def name(self) -> str:
        """Return `reader:` and the first digits of the SHA-256 of the weights."""
        return f"reader:{self.meta.hash[:12]}"

    def with_meta(self, meta: ReaderMeta) -> "OnnxReader":
        """Return the same weights with other settings."""
        return OnnxReader(self._session, self._tokenizer, meta, self._threads)

    def read(self, text: str, sentences: Sequence[Span] = ()) -> RawReading:
        """Return the mentions, attributions and happenings of an NFC text, as code point spans.

        Where its sentences are given, syntax too, a tree for each, and parts in attacks.
        """
        mentions: list[RawMention] = []
        attributions: list[RawAttribution] = []
        happenings: list[RawHappening] = []
        trees: list[SyntaxTree] = []
        parts: list[RawPart] = []
        lost: list[LostMark] = []
        words = WordScoring(self.meta.types)
        head = self._lost_head() if sentences and has_no_commas(text) else None
        for start, end in chunk_text(text, CHUNK):
            pieces = self.cut(text[start:end])
            found: list[RawMention] = []
            units = UnitVectors(text[start:end], pieces, start)
            for window, scores in self.score(pieces, syntax=bool(sentences), lost=head):
                found.extend(window_mentions(pieces, window, scores, self.meta))
                words.add(pieces, window, scores.mentions, start)
                said = window_raw_attributions(pieces, window, scores, self.meta)
                attributions.extend(_moved_attribution(attribution, start) for attribution in said)
                told = window_happenings(pieces, window, scores.happenings)
                happenings.extend(_moved_happening(happening, start) for happening in told)
                if scores.syntax is not None:
                    units.add(window, scores.syntax)
                if scores.parts is not None:
                    named = window_parts(pieces, window, scores.parts)
                    parts.extend(_moved_part(part, start) for part in named)
                if scores.lost is not None:
                    marks = window_lost_marks(pieces, window, scores.lost)
                    lost.extend(replace(mark, at=mark.at + start) for mark in marks)
            trees.extend(units.trees(sentences, self.meta.syntax))
            agreed = agree(text[start:end], list(_apart(found)), self.meta.types)
            mentions.extend(_moved_mention(mention, start) for mention in agreed)
        return RawReading(
            tuple(mentions),
            tuple(attributions),
            tuple(happenings),
            tuple(trees),
            tuple(parts),
            tuple(lost),
            words.scores(),
        )

    def _lost_head(self) -> LostHead:
        """Return the head of lost marks, loaded once: few texts have lost any."""
        if self._lost is None:
            self._lost = load_lost_head(self.meta.hash)
        return self._lost

    def cut(self, text: str) -> Pieces:
        """Cut a text into the word pieces of this model."""
        return cut_pieces(self._tokenizer, text)

    def score(
        self, pieces: Pieces, *, syntax: bool = False, lost: LostHead | None = None
    ) -> Iterator[tuple[TextWindow, WindowScores]]:
        """Yield each window of a text with its scores, those of syntax and lost marks where asked for.

        One window a call stays within the caches of a processor: several at once cost more each. No more
        windows are begun than threads can score before what is done is taken, which bounds the memory.
        """
        names = OUTPUTS if syntax else FEWER_OUTPUTS
        begun: deque[tuple[TextWindow, Future[WindowScores]]] = deque()
        with ThreadPoolExecutor(self._threads) as pool:
            for window in plan_windows(pieces, size=self.meta.size, overlap=self.meta.overlap):
                begun.append((window, pool.submit(self._score_window, pieces, window, names, lost)))
                if len(begun) > self._threads:
                    done, scores = begun.popleft()
                    yield done, scores.result()
            for done, scores in begun:
                yield done, scores.result()

    def hear(self, feeds: dict[str, IntArray], names: Sequence[str]) -> list[FloatArray]:
        """Return outputs of the model for one window, special pieces taken away."""
        outputs = self._session.run(names, feeds, self._options)
        return [np.asarray(output, dtype=np.float32)[0, 1:-1] for output in outputs]

    def _score_window(
        self, pieces: Pieces, window: TextWindow, names: Sequence[str], lost: LostHead | None
    ) -> WindowScores:
        said = self.hear(framed(pieces, window), names)
        scores = _window_scores(said, self.meta.pair)
        if lost is None:
            return scores
        here = slice(window.start, window.end)
        heard = np.concatenate([said[names.index(name)] for name in HEARD], axis=1)
        return replace(scores, lost=lost.score(pieces.ids[here], pieces.features[here], heard))


def framed(pieces: Pieces, window: TextWindow) -> dict[str, IntArray]:
    """Return what the model is fed of a window: a batch of one, `[CLS]` and `[SEP]` around its pieces."""
    ids = np.full((1, len(window) + 2), CLS, dtype=np.int64)
    features = np.full(ids.shape, PADDING * 4, dtype=np.int64)
    ids[:, -1] = SEP
    ids[0, 1:-1] = pieces.ids[window.start : window.end]
    features[0, 1:-1] = pieces.features[window.start : window.end]
    return {"ids": ids, "features": features}


def _window_scores(outputs: Sequence[FloatArray], width: int) -> WindowScores:
    """Return the outputs of the model by name; syntax and parts may be lacking."""
    mentions, cues, pairs, happenings, *others = outputs
    vectors = [np.ascontiguousarray(pairs[:, index * width : (index + 1) * width]) for index in range(4)]
    return WindowScores(
        mentions=mentions,
        cues=cues,
        content_query=vectors[0],
        content_key=vectors[1],
        source_query=vectors[2],
        source_key=vectors[3],
        content_prior=pairs[:, 4 * width],
        source_prior=pairs[:, 4 * width + 1],
        happenings=happenings,
        syntax=others[0] if others else None,
        parts=others[1] if others else None,
    )


def window_mentions(
    pieces: Pieces, window: TextWindow, scores: WindowScores, meta: ReaderMeta
) -> Iterator[RawMention]:
    """Yield the mentions that begin in the pieces that a window owns."""
    for run in labelled_runs(scores.mentions, meta.labels, pieces.words[window.start : window.end]):
        if window.owns(run.start + window.start):
            span = whole_words(pieces, (run.start + window.start, run.end + window.start))
            yield RawMention(span, MentionType(run.label), run.score, run.kinds)


def _apart(mentions: Sequence[RawMention]) -> Iterator[RawMention]:
    """Yield mentions in order, without those that overlap the one before."""
    reached = 0
    for mention in mentions:
        if mention.span.start >= reached:
            yield mention
            reached = mention.span.end


def window_raw_attributions(
    pieces: Pieces,
    window: TextWindow,
    scores: WindowScores,
    meta: ReaderMeta,
    settings: Settings | None = None,
) -> Iterator[RawAttribution]:
    """Yield the attributions whose cue begins in the pieces that a window owns, in order."""
    used = settings or meta.settings
    here = slice(window.start, window.end)
    marks = Marks.of(pieces.ids[here], pieces.features[here])
    own = (window.owned_start - window.start, window.owned_end - window.start)
    owned = window_attributions(scores, marks, meta.distances, used, meta.judges, own)
    merged = merge_attributions(owned, used)
    for attribution in believe(merged, meta.judges) if meta.judges else merged:
        yield _as_spans(pieces, attribution, window.start)


def _as_spans(pieces: Pieces, attribution: PieceAttribution, offset: int) -> RawAttribution:
    cue, source, content = (
        tuple(whole_words(pieces, (start + offset, end + offset)) for start, end in runs)
        for runs in (attribution.cue, attribution.source, attribution.content)
    )
    return RawAttribution(cue, source, content, attribution.score)


def whole_words(pieces: Pieces, run: Run) -> Span:
    """Return the code points of a run, widened to whole words."""
    start, end = run
    words = pieces.words
    while start > 0 and words[start - 1] == words[start]:
        start -= 1
    while end < len(words) and words[end] == words[end - 1]:
        end += 1
    return Span(int(pieces.starts[start]), int(pieces.ends[end - 1]))


def _moved(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
    if not by:
        return spans
    return tuple(Span(span.start + by, span.end + by) for span in spans)


def _moved_mention(mention: RawMention, by: int) -> RawMention:
    return replace(mention, span=_moved((mention.span,), by)[0]) if by else mention


def _moved_happening(happening: RawHappening, by: int) -> RawHappening:
    return replace(happening, span=_moved((happening.span,), by)[0]) if by else happening


def _moved_part(part: RawPart, by: int) -> RawPart:
    return replace(part, span=_moved((part.span,), by)[0]) if by else part


def _moved_attribution(attribution: RawAttribution, by: int) -> RawAttribution:
    cue, source, content = (
        _moved(spans, by) for spans in (attribution.cue, attribution.source, attribution.content)
    )
    return RawAttribution(cue, source, content, attribution.score)


def chunk_text(text: str, size: int) -> Iterator[tuple[int, int]]:
    """Cut a text into parts of at most `size` code points, after a line end or space where there is one."""
    start = 0
    while start < len(text):
        end = min(start + size, len(text))
        if end < len(text):
            breaks = (text.rfind("\n", start, end), text.rfind(" ", start, end))
            end = next((found + 1 for found in breaks if found > start + size // 2), end)
        yield start, end
        start = end


def load_reader(folder: Path = MODEL_FOLDER, *, threads: int = 2) -> OnnxReader:
    """Load the packaged reader, or one from another folder.

    Raises ModelError when a file is missing or made for another version of the code.
    """
    meta = load_meta(folder)
    options = onnxruntime.SessionOptions()  # type: ignore[attr-defined]
    options.intra_op_num_threads = 1  # windows side by side wait less for each other than parts of one do
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    weights = folder / "model.onnx"
    session = onnxruntime.InferenceSession(  # type: ignore[attr-defined]
        str(weights), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOW_FUSIONS
    )
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return OnnxReader(session, tokenizer, meta, threads)
