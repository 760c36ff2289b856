"""Passages to training windows: word pieces with targets, cut at a random phase and put into batches."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from dateline.inference.pieces import PADDING, Pieces, cut_pieces
from training.corpora import ALL_TYPES, KINDS, LEVELS, NO_KIND, MarkedHappening, Passage, Range
from training.network import MENTION_LABELS
from training.syntax import Syntax, batch_syntax
from training.trees import MarkedSyntax, mark_syntax

CLS, SEP, PAD, HIDDEN = 101, 102, 0, 103
IGNORE = -100
MOST_CUES = 16
EVERY_LABEL = (1 << len(MENTION_LABELS)) - 1
EVERY_KIND = (1 << len(KINDS)) - 1
OUTSIDE = 1
MOST_HIDDEN = 0.12
"""Largest share of the words of a window that are hidden, so that what stands around them teaches too."""
MOST_WORDS = 4
"""Words of a mark in which each is taken for a part of a happening; a longer one has one word that tells."""


@dataclass(frozen=True)
class Marked:
    """One passage in pieces.

    `allowed` has a bit for each mention label that a piece may have, `kinds` for each kind of happening;
    `events` is 1 or 0 where it is known whether a piece tells a happening.
    """

    pieces: Pieces
    allowed: np.ndarray
    cues: np.ndarray
    attributions: tuple[tuple[np.ndarray, np.ndarray, np.ndarray], ...]
    events: np.ndarray
    kinds: np.ndarray
    happenings: tuple[tuple[np.ndarray, MarkedHappening], ...]
    syntax: MarkedSyntax


@dataclass(frozen=True)
class Window:
    """Pieces `start` to `end` of a marked passage."""

    passage: Marked
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True)
class Batch:
    """Tensors `[windows, pieces]`; `cue_weights` to `sources` are `[cues, pieces]`, `rows` their windows."""

    ids: Tensor
    features: Tensor
    mask: Tensor
    allowed: Tensor
    cues: Tensor
    rows: Tensor
    cue_weights: Tensor
    contents: Tensor
    sources: Tensor
    events: Tensor
    kinds: Tensor
    told: "Told"
    syntax: Syntax


@dataclass(frozen=True)
class Told:
    """Marked happenings of a batch: windows, pieces, and which kinds, levels and denials may hold."""

    rows: Tensor
    inside: Tensor
    kinds: Tensor
    levels: Tensor
    denied: Tensor


def mark_passage(tokenizer: Tokenizer, passage: Passage) -> Marked:
    """Put the marks of a passage on its pieces."""
    pieces = cut_pieces(tokenizer, passage.text)
    allowed = np.full(len(pieces), EVERY_LABEL, dtype=np.int64)
    if passage.mentions is not None:
        allowed[:] = OUTSIDE | _bits(passage.unmarked, "B") | _bits(passage.unmarked, "I")
        for mention in passage.mentions:
            inside = _covered(pieces, [(mention.start, mention.end)])
            freely = 0 if mention.required else OUTSIDE
            allowed[inside] = _bits(mention.types, "I") | freely
            allowed[inside[:1]] = _bits(mention.types, "B") | freely
    cues = np.full(len(pieces), IGNORE if passage.attributions is None else 0, dtype=np.int64)
    attributions = []
    for attribution in passage.attributions or ():
        cue, source, content = (
            _covered(pieces, part) for part in (attribution.cue, attribution.source, attribution.content)
        )
        cues[cue] = 2
        cues[cue[:1]] = 1
        attributions.append((cue, source, content))
    return Marked(
        pieces,
        allowed,
        cues,
        tuple(attributions),
        *_mark_happenings(pieces, passage),
        mark_syntax(pieces, passage),
    )


def _mark_happenings(
    pieces: Pieces, passage: Passage
) -> tuple[np.ndarray, np.ndarray, tuple[tuple[np.ndarray, MarkedHappening], ...]]:
    events = np.full(len(pieces), IGNORE, dtype=np.int64)
    kinds = np.full(len(pieces), EVERY_KIND, dtype=np.int64)
    kinds[_covered(pieces, passage.typing)] = _kind_bits(("NONE", "OTHER"))
    events[_covered(pieces, passage.telling)] = 0
    kinds[_covered(pieces, passage.telling)] = _kind_bits((NO_KIND,))
    marked = []
    for happening in passage.happenings:
        inside = _covered(pieces, [(happening.start, happening.end)])
        if len(inside):
            marked.append((inside, happening))
            if len(set(pieces.words[inside])) <= MOST_WORDS:
                kinds[inside] = EVERY_KIND
                events[inside] = 1 if happening.is_event else events[inside]
    return events, kinds, tuple(marked)


def _kind_bits(kinds: Iterable[str]) -> int:
    return sum(1 << KINDS.index(kind) for kind in kinds)


def _bits(types: frozenset[str], prefix: str) -> int:
    return sum(1 << MENTION_LABELS.index(f"{prefix}-{kind}") for kind in types & ALL_TYPES)


def _covered(pieces: Pieces, ranges: Sequence[Range]) -> np.ndarray:
    """Return the pieces that overlap any of the ranges."""
    parts = [
        np.arange(np.searchsorted(pieces.ends, start, "right"), np.searchsorted(pieces.starts, end, "left"))
        for start, end in ranges
    ]
    return np.unique(np.concatenate(parts)) if parts else np.zeros(0, dtype=np.int64)


def cut_windows(passage: Marked, size: int, phase: int) -> Iterator[Window]:
    """Cut a passage into windows side by side; `phase` shortens the first."""
    start, end = 0, size - phase
    while start < len(passage.pieces):
        end = min(end, len(passage.pieces))
        while (
            start < end < len(passage.pieces) and passage.pieces.words[end] == passage.pieces.words[end - 1]
        ):
            end -= 1
        end = end if end > start else min(start + size, len(passage.pieces))
        yield Window(passage, start, end)
        start, end = end, end + size


def batch_windows(windows: Sequence[Window], chance: random.Random) -> Batch:
    """Pad windows and their targets into tensors, with `[CLS]` before and `[SEP]` after each."""
    longest = max(map(len, windows)) + 2
    ids = np.full((len(windows), longest), PAD, dtype=np.int64)
    features = np.full((len(windows), longest), PADDING * 4, dtype=np.int64)
    mask = np.zeros((len(windows), longest), dtype=np.int64)
    allowed = np.full((len(windows), longest), EVERY_LABEL, dtype=np.int64)
    cues = np.full((len(windows), longest), IGNORE, dtype=np.int64)
    events = np.full((len(windows), longest), IGNORE, dtype=np.int64)
    kinds = np.full((len(windows), longest), EVERY_KIND, dtype=np.int64)
    targets: list[tuple[int, np.ndarray, np.ndarray, np.ndarray]] = []
    for row, window in enumerate(windows):
        here, there = slice(window.start, window.end), slice(1, len(window) + 1)
        pieces = window.passage.pieces
        ids[row, 0], ids[row, len(window) + 1] = CLS, SEP
        ids[row, there], features[row, there] = _hidden_words(window, chance), pieces.features[here]
        mask[row, : len(window) + 2] = 1
        allowed[row, there], cues[row, there] = window.passage.allowed[here], window.passage.cues[here]
        events[row, there], kinds[row, there] = window.passage.events[here], window.passage.kinds[here]
        targets.extend(_pair_targets(window, row, longest, chance))
    rows, weights, contents, sources = zip(*targets, strict=True) if targets else ((), (), (), ())
    stacked = [
        torch.from_numpy(np.stack(part)) if part else torch.zeros(0, longest)
        for part in (weights, contents, sources)
    ]
    return Batch(
        torch.from_numpy(ids), torch.from_numpy(features), torch.from_numpy(mask),
        _bit_mask(allowed, len(MENTION_LABELS)), torch.from_numpy(cues),
        torch.tensor(rows, dtype=torch.long), *stacked,
        torch.from_numpy(events), _bit_mask(kinds, len(KINDS)), _told(windows, longest),
        batch_syntax([(each.passage.syntax, each.start, each.end) for each in windows], longest),
    )  # fmt: skip


def _hidden_words(window: Window, chance: random.Random) -> np.ndarray:
    """Return the pieces of a window, those of some words hidden."""
    here = slice(window.start, window.end)
    words, ids = window.passage.pieces.words[here], window.passage.pieces.ids[here]
    share = chance.uniform(0, MOST_HIDDEN)
    hidden = [word for word in np.unique(words).tolist() if chance.random() < share]
    return np.where(np.isin(words, hidden), HIDDEN, ids)


def _bit_mask(bits: np.ndarray, count: int) -> Tensor:
    return torch.from_numpy((bits[..., None] >> np.arange(count) & 1).astype(bool))


def _told(windows: Sequence[Window], longest: int) -> Told:
    """Return the happenings that begin in windows."""
    found = [
        (row, inside - window.start + 1, happening)
        for row, window in enumerate(windows)
        for inside, happening in window.passage.happenings
        if window.start <= inside[0] and inside[-1] < window.end
    ]
    inside = torch.zeros(len(found), longest, dtype=torch.bool)
    for at, (_, pieces, _) in enumerate(found):
        inside[at, torch.from_numpy(pieces)] = True
    marks = [happening for _, _, happening in found]
    return Told(
        torch.tensor([row for row, _, _ in found], dtype=torch.long), inside,
        torch.tensor([[kind in each.kinds for kind in KINDS] for each in marks]).view(-1, len(KINDS)),
        torch.tensor([[level in each.levels for level in LEVELS] for each in marks]).view(-1, len(LEVELS)),
        torch.tensor([IGNORE if each.denied is None else int(each.denied) for each in marks]),
    )  # fmt: skip


def _pair_targets(
    window: Window, row: int, longest: int, chance: random.Random
) -> Iterator[tuple[int, np.ndarray, np.ndarray, np.ndarray]]:
    whole = [
        attribution
        for attribution in window.passage.attributions
        if len(attribution[0]) and window.start <= attribution[0][0] and attribution[0][-1] < window.end
    ]
    for parts in chance.sample(whole, min(len(whole), MOST_CUES)):
        marks = []
        for part in parts:
            inside = part[(part >= window.start) & (part < window.end)] - window.start + 1
            mark = np.zeros(longest, dtype=np.float32)
            mark[inside] = 1
            marks.append(mark)
        yield row, marks[0] / marks[0].sum(), marks[1 + 1], marks[1]
