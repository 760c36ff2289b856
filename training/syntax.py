"""The head of syntax, in plain torch, and what it learns from."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from dateline.inference.decode import DISTANCES, bucket_distances
from training.trees import IGNORE, RELATIONS, TAGS, MarkedSyntax

ARC, PAIR, HIDDEN, NEAR = 128, 96, 256, 96
"""Widths of the vectors that choose heads, of those that name relations, of what both are made from, and of
what a piece lends to its neighbours."""
DROPOUT = 0.15


@dataclass(frozen=True)
class Syntax:
    """The trees of a batch, `[windows, pieces]` as in `MarkedSyntax`; heads are places in the window."""

    sentences: Tensor
    units: Tensor
    heads: Tensor
    tags: Tensor
    relations: Tensor


def batch_syntax(marked: Sequence[tuple[MarkedSyntax, int, int]], longest: int) -> Syntax:
    """Pad the trees of windows, given as passage, start and end, one place further for `[CLS]`."""
    shape = (len(marked), longest)
    rows = [np.full(shape, fill, dtype=np.int64) for fill in (-1, 0, IGNORE, IGNORE, IGNORE)]
    for row, (syntax, start, end) in enumerate(marked):
        heads = syntax.heads[start:end]
        inside = (heads >= start) & (heads < end)
        here, there = slice(start, end), slice(1, end - start + 1)
        rows[0][row, there], rows[1][row, there] = syntax.sentences[here], syntax.units[here]
        rows[2][row, there] = np.where(inside, heads - start + 1, IGNORE)
        rows[3][row, there], rows[4][row, there] = syntax.tags[here], syntax.relations[here]
    return Syntax(*map(torch.from_numpy, rows))


class Mixing(nn.Module):
    """Makes new vectors of pieces out of their own and a little of their two neighbours."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.beside, self.shape = nn.Linear(width, NEAR), nn.Linear(width + 2 * NEAR, HIDDEN)

    def forward(self, states: Tensor) -> Tensor:
        """Map `[batch, pieces, width]` to `[batch, pieces, HIDDEN]`."""
        beside = self.beside(states)
        before = functional.pad(beside, (0, 0, 1, 0))[:, :-1]
        after = functional.pad(beside, (0, 0, 0, 1))[:, 1:]
        return functional.relu(self.shape(torch.cat((states, before, after), -1)))


class SyntaxHead(nn.Module):
    """Heads, relations and parts of speech, from a mixture of the encoder's layers.

    Reference: Dozat and Manning 2017, Deep biaffine attention for neural dependency parsing.
    """

    def __init__(self, width: int, layers: int) -> None:
        super().__init__()
        self.mixture = nn.Parameter(torch.zeros(layers))
        self.near, self.far = Mixing(width), Mixing(HIDDEN)
        self.vectors = nn.Linear(HIDDEN, 2 * ARC + 2 * PAIR)
        self.rest = nn.Linear(HIDDEN, 1 + len(TAGS))
        self.distance = nn.Embedding(DISTANCES, 1)
        self.relations = nn.Linear(PAIR, len(RELATIONS))
        self.dropout = nn.Dropout(DROPOUT)
        nn.init.zeros_(self.distance.weight)

    def forward(self, layers: Sequence[Tensor]) -> Tensor:
        """Map the states of all layers to the vectors of `SyntaxMeta`, side by side."""
        mixed = sum(share * states for share, states in zip(self.mixture.softmax(0), layers, strict=True))
        near = self.near(self.dropout(mixed))
        shaped = self.dropout(near + self.far(self.dropout(near)))
        vectors = self.dropout(functional.relu(self.vectors(shaped)))
        dependents, heads, related, relating = vectors.split((ARC, ARC, PAIR, PAIR), -1)
        root, tags = self.rest(shaped).split((1, len(TAGS)), -1)
        return torch.cat((dependents * ARC**-0.5, heads, root, related, relating, tags), -1)


def syntax_losses(head: SyntaxHead, vectors: Tensor, syntax: Syntax) -> dict[str, Tensor]:
    """Return the losses of heads, relations (below the right head) and parts of speech."""
    rows, places = (syntax.heads >= 0).nonzero(as_tuple=True)
    if not len(rows):
        return {}
    dependents, heads, root, related, relating, tags = vectors.split((ARC, ARC, 1, PAIR, PAIR, len(TAGS)), -1)
    right = syntax.heads[rows, places]
    scores = arc_scores(head, dependents, heads, root, syntax)[rows, places]
    names = head.relations(functional.relu(related[rows, places] + relating[rows, right]))
    return {
        "arcs": functional.cross_entropy(scores, right),
        "relations": functional.cross_entropy(names, syntax.relations[rows, places]),
        "tags": functional.cross_entropy(tags[rows, places], syntax.tags[rows, places]),
    }


def arc_scores(head: SyntaxHead, dependents: Tensor, heads: Tensor, root: Tensor, syntax: Syntax) -> Tensor:
    """Return how well each piece is the head of each, itself for the root, within one sentence."""
    apart = (syntax.units[:, None, :] - syntax.units[:, :, None]).numpy()
    buckets = torch.from_numpy(bucket_distances(apart))
    scores = dependents @ heads.transpose(1, 2) + head.distance(buckets).squeeze(-1)
    itself = torch.eye(scores.shape[1], dtype=torch.bool)
    together = (syntax.sentences[:, None, :] == syntax.sentences[:, :, None]) & (syntax.sentences >= 0)[
        :, None, :
    ]
    return torch.where(itself, root, scores).masked_fill(~together, -1e4)
