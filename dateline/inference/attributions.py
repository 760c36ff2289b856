"""From a window's scores to attributions: cues first, then what each cue attributes, and to whom."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from dateline.inference.decode import FloatArray, Run, best_run, bucket_distances, rows_with_gaps
from dateline.inference.judging import Candidate, Judges, Marks, describe, log_odds, mean_of

SHIFTS = (0.0, 1.0, 2.0, 3.5, -1.0, -2.0)
"""What is added to the log odds of contents to get the extents that one may have."""
LEEWAY = 0.1
"""How far the plain extent of a content may fall short of what is kept; another may reach it."""
NEVER = -20.0
"""Log odds of a cue to be its own content."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How scores become attributions. All were chosen on held-out training articles; see the model card."""

    cue: float = 0.3
    """Least probability of a piece to be in a cue."""
    keep: float = 0.35
    """Least plain score of an attribution: root of the likelihoods of its cue and of its content."""
    gap: float = 16.0
    """What a gap in a content, or a further run of it, must be worth (sum of log odds)."""
    source: float = 0.0
    """Least mean log odds of a source."""
    same: float = 0.3
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
    happenings: FloatArray
    syntax: FloatArray | None = None
    """None where it is not asked for, as `parts`."""
    parts: FloatArray | None = None
    lost: FloatArray | None = None
    """None but of a text that has no commas."""


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
    described: tuple[float, ...] = ()
    """The numbers by which its likeliest cue is judged."""


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
    scores: WindowScores,
    marks: Marks,
    distances: Distances,
    settings: Settings,
    judges: Judges | None,
    owned: Run | None = None,
) -> list[PieceAttribution]:
    """Return the attributions of one window, before those of one speech act are merged.

    Only cues that begin in the pieces `owned` are read, all where it is not given.
    """
    first, last = owned or (0, len(scores.cues))
    return [
        _chosen(extents, marks, judges)
        for extents in propose(scores, distances, settings)
        if extents and first <= extents[0].cue[0] < last and plain_score(extents[0]) >= settings.keep - LEEWAY
    ]


def propose(scores: WindowScores, distances: Distances, settings: Settings) -> list[list[Candidate]]:
    """Return for each cue the extents that its content may have, that of the plain scores first."""
    cues = cue_runs(scores.cues, settings.cue)
    if not cues:
        return []
    content, source = _pair_scores(scores, distances, cues)
    rows = (content[:, None] + np.array(SHIFTS, dtype=np.float32)[None, :, None]).reshape(
        -1, content.shape[1]
    )
    runs = rows_with_gaps(rows, cost=settings.gap)
    likely = 1 - scores.cues[:, 0]
    proposed = []
    for at, (start, end) in enumerate(cues):
        sources = _source_runs(source[at], settings.source)
        extents: dict[tuple[Run, ...], Candidate] = {}
        for shift, found in zip(SHIFTS, runs[at * len(SHIFTS) :], strict=False):
            candidate = Candidate(
                (start, end), likely[start:end], content[at], source[at], found, sources, shift
            )
            if found:
                extents.setdefault(tuple(found), candidate)
        proposed.append(list(extents.values()))
    return proposed


def _pair_scores(
    scores: WindowScores, distances: Distances, cues: Sequence[Run]
) -> tuple[FloatArray, FloatArray]:
    """Return log odds of each piece to be content and source of each cue.

    Multiplied by `einsum`: a product of matrices would wake threads that then hold up those of the model.
    """
    means = [np.stack([query[start:end].mean(axis=0) for start, end in cues])
             for query in (scores.content_query, scores.source_query)]  # fmt: skip
    centres = np.array([round((start + end - 1) / 2) for start, end in cues])
    buckets = bucket_distances(np.arange(len(scores.cues))[None] - centres[:, None])
    content = (
        np.einsum("cd,pd->cp", means[0], scores.content_key)
        + scores.content_prior
        + distances.content[buckets]
    )
    source = (
        np.einsum("cd,pd->cp", means[1], scores.source_key) + scores.source_prior + distances.source[buckets]
    )
    for row, (start, end) in enumerate(cues):
        content[row, start:end] = NEVER
    return content, source


def _chosen(extents: Sequence[Candidate], marks: Marks, judges: Judges | None) -> PieceAttribution:
    """Return the attribution with the extent that is likeliest to be right."""
    described = [describe(candidate, marks) for candidate in (extents if judges else extents[:1])]
    best = int(judges.extent.judge(described).argmax()) if judges else 0
    chosen = extents[best]
    strengths = tuple(mean_of(chosen.content[start:end]) for start, end in chosen.contents)
    return PieceAttribution(
        (chosen.cue,), tuple(chosen.sources), tuple(chosen.contents),
        plain_score(chosen), strengths, tuple(described[best]),
    )  # fmt: skip


def plain_score(candidate: Candidate) -> float:
    """Return the root of the likelihoods of a cue and of its content."""
    inside = np.concatenate([candidate.content[start:end] for start, end in candidate.contents])
    return math.sqrt(float(candidate.likely.max()) * _logistic(mean_of(inside)))


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


def believe(attributions: Sequence[PieceAttribution], judges: Judges) -> list[PieceAttribution]:
    """Return merged attributions with the probability that each is one, told from all of them."""
    if not attributions:
        return []
    described = [describe_among(attribution, attributions) for attribution in attributions]
    believed = judges.whole.judge(described).tolist()
    return [replace(each, score=score) for each, score in zip(attributions, believed, strict=True)]


def describe_among(one: PieceAttribution, all_of_them: Sequence[PieceAttribution]) -> list[float]:
    """Return the numbers by which an attribution is judged among those of its window."""
    others = [other for other in all_of_them if other is not one]
    around = [other.score for other in others if _is_within(one.cue[0], other.content)]
    within = [other.score for other in others if _is_within(other.cue[0], one.content)]
    rivals = [jaccard(one.content, other.content) for other in others if other.score > one.score]
    return [
        *one.described, max(rivals, default=0.0), max(around, default=0.0), max(within, default=0.0),
        len(around), len(one.cue), one.score, log_odds(one.score),
    ]  # fmt: skip


def _is_within(cue: Run, contents: Sequence[Run]) -> bool:
    return any(start <= cue[0] < end for start, end in contents)


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
