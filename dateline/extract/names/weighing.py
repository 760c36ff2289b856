"""A second look at the names of a text: each is weighed again by all that speaks for and against it.

Linear weights over `signs`, trained on texts that the network has not seen (`training/second_look.py`). They
hold only where the reader has read a text.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np

from dateline.errors import ModelError
from dateline.extract.names.finding import WATCHED
from dateline.extract.names.signs import KIND_OF, KINDS, Numbers, named_text
from dateline.extract.names.tokens import NamedSpan
from dateline.inference.naming import WordScores
from dateline.model.annotations import MentionType
from dateline.model.spans import Span

WEIGHTS = Path(__file__).parent / "second_look.npz"
ENOUGH = 0.35
"""Least probability of its likeliest kind for a name to have it; chosen country by country, each left out."""


@dataclass(frozen=True)
class SecondLook:
    """A column of weights for each of `KINDS`, a row for each sign, and where each kind starts."""

    weights: Numbers
    starts: Numbers

    def likely(self, signs: Numbers) -> Numbers:
        """Return how likely each of `KINDS` is, a row a name."""
        scores = signs @ self.weights + self.starts
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        likely: Numbers = odds / odds.sum(axis=1, keepdims=True)
        return likely


@cache
def load_second_look(path: Path = WEIGHTS) -> SecondLook:
    """Load the packaged weights.

    Raises ModelError when they are missing or of another shape.
    """
    try:
        with np.load(path) as stored:
            look = SecondLook(stored["weights"], stored["starts"])
    except (OSError, KeyError, ValueError) as error:
        raise ModelError(f"{path}: no packaged weights here ({error}); reinstall, or train them") from error
    if look.weights.shape[1:] != (len(KINDS),):
        raise ModelError(f"{path}: weights of {look.weights.shape}, expected {len(KINDS)} kinds; train them")
    return look


def weighed_names(
    text: str,
    names: Sequence[NamedSpan],
    words: WordScores,
    *,
    known: Sequence[NamedSpan],
    toponyms: Iterable[Span],
    sentences: Sequence[Span],
) -> tuple[NamedSpan, ...]:
    """Return the names with the types that are likeliest; what is likely none has no type.

    `known` are the names that the grammar sees: those of the watch list stay as they are.
    """
    if not names or not len(words.starts):
        return tuple(names)
    named = named_text(text, names, words, known, toponyms, sentences)
    likely = load_second_look().likely(named.signs())
    watched = {name.span for name in known if name.confidence >= WATCHED}
    return tuple(
        name if name.span in watched else _weighed(name, row, in_gazetteer=name.span in named.toponyms)
        for name, row in zip(names, likely, strict=True)
    )


def _weighed(name: NamedSpan, likely: Numbers, *, in_gazetteer: bool) -> NamedSpan:
    """Return a name with its likeliest kind, with none where it is likely part of a name, or no name at all.

    Where the gazetteer has it, it is a name.
    """
    best = int(likely[1:].argmax()) + 1
    if KINDS[best] == KIND_OF[name.type] or (likely[best] < ENOUGH and in_gazetteer):
        best_type = name.type
    elif KINDS[best] == "PLACE":
        best_type = MentionType.GPE
    else:
        best_type = MentionType(KINDS[best])
    return replace(name, type=best_type if likely[best] >= ENOUGH or in_gazetteer else MentionType.MISC)
