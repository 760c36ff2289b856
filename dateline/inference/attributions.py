"""From a window's scores to attributions: cues first, then what each cue attributes, and to whom."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from dateline.inference.decode import FloatArray, Run, best_run, bucket_distances, runs_with_gaps


@dataclass(frozen=True, slots=True)
class Settings:
    """How scores become attributions. All were chosen on held-out training articles; see the model card."""

    cue: float = 0.3
    """Least probability of a piece to be in a cue."""
    keep: float = 0.4
    """Least score of an attribution."""
    gap: float = 8.0
    """What a gap in a content, or a further run of it, must be worth (sum of log odds)."""
    source: float = 0.0
    """Least mean log odds of a source."""
    shift: float = 0.0
    """Added to the log odds of each piece to be content."""
    same: float = 0.5
    """Jaccard of contents from which two cues with one source are one attribution."""


@dataclass(frozen=True, slots=True)
class WindowScores:
    """What the model says of one window, special pieces taken away; arrays have a row a piece."""

    mentions: FloatArray
    cues: FloatArray
    content_query: FloatArray
    content_key: FloatArray
    content_prior: FloatArray
    source_query: FloatArray
    source_key: FloatArray
    source_prior: FloatArray


@dataclass(frozen=True, slots=True)
class Distances:
    """Learnt scores of the distance between a cue and a piece, by bucket."""

    content: FloatArray
    source: FloatArray


@dataclass(frozen=True, slots=True)
class PieceAttribution:
    """An attribution in runs of pieces; the first cue is the likeliest."""

    cue: tuple[Run, ...]
    source: tuple[Run, ...]
    content: tuple[Run, ...]
    score: float
    strengths: tuple[float, ...] = ()
    """Mean log odds of each run of the content."""


def cue_runs(probabilities: FloatArray, least: float) -> list[Run]:
    """Return runs of likely cue pieces; a piece that rather begins a cue than goes on begins a new run."""
    runs: list[Run] = []
    inside = 1 - probabilities[:, 0] >= least
    for index in np.flatnonzero(inside).tolist():
        begins = probabilities[index, 1] > probabilities[index, 2]
        if runs and runs[-1][1] == index and not begins:
            runs[-1] = (runs[-1][0], index + 1)
        else:
            runs.append((index, index + 1))
    return runs


def window_attributions(
    scores: WindowScores, distances: Distances, settings: Settings
) -> list[PieceAttribution]:
    """Return the attributions of one window, before those of one speech act are merged."""
    found = []
    for start, end in cue_runs(scores.cues, settings.cue):
        buckets = bucket_distances(np.arange(len(scores.cues)) - round((start + end - 1) / 2))
        content = scores.content_key @ scores.content_query[start:end].mean(axis=0)
        content += scores.content_prior + distances.content[buckets] + settings.shift
        content[start:end] = -20
        source = scores.source_key @ scores.source_query[start:end].mean(axis=0)
        source += scores.source_prior + distances.source[buckets]
        contents = runs_with_gaps(content, cost=settings.gap)
        if not contents:
            continue
        likely = float((1 - scores.cues[start:end, 0]).max())
        inside = np.concatenate([content[a:b] for a, b in contents])
        strengths = tuple(float(content[a:b].mean()) for a, b in contents)
        score = (likely * _logistic(float(inside.mean()))) ** 0.5
        sources = _source_runs(source, settings.source)
        found.append(PieceAttribution(((start, end),), sources, tuple(contents), score, strengths))
    return found


def _source_runs(scores: FloatArray, least: float) -> tuple[Run, ...]:
    (start, end), total = best_run(scores)
    return ((start, end),) if end > start and total / (end - start) >= least else ()


def _logistic(value: float) -> float:
    return float(1 / (1 + np.exp(-value)))


def merge_attributions(
    attributions: Sequence[PieceAttribution], settings: Settings
) -> list[PieceAttribution]:
    """Keep those with a good score, and make one of several that say the same of one source."""
    kept: list[PieceAttribution] = []
    for attribution in sorted(attributions, key=lambda each: -each.score):
        if attribution.score < settings.keep:
            break
        same = next((index for index, other in enumerate(kept) if _same(attribution, other, settings)), None)
        if same is None:
            kept.append(attribution)
        else:
            kept[same : same + 1] = _shared_out(kept[same], attribution)
    return sorted(kept, key=lambda each: (each.cue, each.content))


def _same(one: PieceAttribution, other: PieceAttribution, settings: Settings) -> bool:
    if jaccard(one.content, other.content) < settings.same:
        return False
    return not one.source or not other.source or jaccard(one.source, other.source) > 0


def _shared_out(one: PieceAttribution, other: PieceAttribution) -> list[PieceAttribution]:
    """Give each run that both claim to the stronger; one left with nothing is part of the other's cue.

    "Denied that A and declared that B" are two, each with its run; "told, in an interview, that A" is one.
    """
    left, right = _without_weaker(one, other), _without_weaker(other, one)
    if left.content and right.content:
        return [left, right]
    stronger, weaker = (one, other) if left.content else (other, one)
    return [replace(stronger, cue=(*stronger.cue, *weaker.cue), source=stronger.source or weaker.source)]


def _without_weaker(one: PieceAttribution, other: PieceAttribution) -> PieceAttribution:
    kept = [
        (run, strength)
        for run, strength in zip(one.content, one.strengths, strict=True)
        if not any(
            _overlap(run, their) and (strength, one.score) < (theirs, other.score)
            for their, theirs in zip(other.content, other.strengths, strict=True)
        )
    ]
    return replace(
        one, content=tuple(run for run, _ in kept), strengths=tuple(strength for _, strength in kept)
    )


def _overlap(one: Run, other: Run) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def jaccard(one: Sequence[Run], other: Sequence[Run]) -> float:
    """Return the Jaccard overlap of two sets of pieces given as runs."""
    shared = sum(_overlap(a, b) for a in one for b in other)
    total = sum(end - start for start, end in (*one, *other)) - shared
    return shared / total if total else 0.0
