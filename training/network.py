"""The reader's network: a six-layer BERT encoder in plain torch, and its heads."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from dateline.errors import ModelError
from dateline.inference.decode import DISTANCES, bucket_distances
from dateline.inference.pieces import FEATURES
from dateline.inference.reading import PART_ROLES
from training.corpora import KINDS, LEVELS
from training.syntax import SyntaxHead

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
VOCABULARY, POSITIONS = 30522, 512
DROPOUT = 0.1
PAIR = 128
"""Width of the vectors whose products say which pieces belong to which cue."""

MENTION_TYPES = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "MISC")
MENTION_LABELS = ("O", *(f"{prefix}-{kind}" for kind in MENTION_TYPES for prefix in "BI"))
CUE_LABELS = ("O", "B-CUE", "I-CUE")
PART_WIDTH, PART_REACH, PART_DROPOUT = 128, 7, 0.25
"""Width of the head of parts in attacks, how many pieces on each side it sees together, and its dropout."""
HAPPENING_PARTS = (1, len(KINDS), len(LEVELS), 1)
"""What the head of happenings says of a piece: is it one, of which kind, how certain, is it denied."""


class Attention(nn.Module):
    """Attention of several heads; a module of its own, so that the export can put one fused node here."""

    def forward(self, query: Tensor, key: Tensor, value: Tensor, mask: Tensor) -> Tensor:
        """Map three `[batch, pieces, width]` to one; `mask` is 0 at padding."""
        batch, pieces, _ = query.shape
        split = (batch, pieces, HEADS, WIDTH // HEADS)
        heads = [projected.view(split).transpose(1, 2) for projected in (query, key, value)]
        seen = functional.scaled_dot_product_attention(*heads, attn_mask=mask[:, None, None, :].bool())
        return seen.transpose(1, 2).reshape(batch, pieces, WIDTH)


class Layer(nn.Module):
    """One transformer layer, normalised after each addition as BERT does."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.attention = Attention()
        self.mix = nn.Linear(WIDTH, WIDTH)
        self.mixed = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.done = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """Map `[batch, pieces, width]`; `mask` is 0 at padding."""
        seen = self.attention(self.query(states), self.key(states), self.value(states), mask)
        states = self.mixed(states + self.dropout(self.mix(seen)))
        inner = self.narrow(functional.gelu(self.widen(states)))
        return self.done(states + self.dropout(inner))


class Encoder(nn.Module):
    """all-MiniLM-L6-v2, with one more embedding: shape of the word, quotation, start of paragraph."""

    def __init__(self, dropout: float = DROPOUT) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.features = nn.Embedding(FEATURES, WIDTH)
        nn.init.normal_(self.features.weight, std=0.005)
        self.embedded = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> list[Tensor]:
        """Map `[batch, pieces]` numbers to states `[batch, pieces, width]`, at first and after each layer."""
        places = torch.arange(ids.shape[1], device=ids.device)
        states = self.words(ids) + self.positions(places)[None] + self.features(features)
        found = [self.dropout(self.embedded(states))]
        for layer in self.layers:
            found.append(layer(found[-1], mask))
        return found


def load_encoder(weights: Path, dropout: float = DROPOUT) -> Encoder:
    """Fill an encoder from the published safetensors file."""
    published = load_file(str(weights))
    names = {
        "attention.self.query": "query",
        "attention.self.key": "key",
        "attention.self.value": "value",
        "attention.output.dense": "mix",
        "attention.output.LayerNorm": "mixed",
        "intermediate.dense": "widen",
        "output.dense": "narrow",
        "output.LayerNorm": "done",
    }
    encoder = Encoder(dropout)
    state = encoder.state_dict()
    for layer in range(LAYERS):
        for theirs, ours in names.items():
            for part in ("weight", "bias"):
                state[f"layers.{layer}.{ours}.{part}"] = published[f"encoder.layer.{layer}.{theirs}.{part}"]
    kind = published["embeddings.token_type_embeddings.weight"][0]
    state["words.weight"] = published["embeddings.word_embeddings.weight"]
    state["positions.weight"] = published["embeddings.position_embeddings.weight"] + kind
    for part in ("weight", "bias"):
        state[f"embedded.{part}"] = published[f"embeddings.LayerNorm.{part}"]
    encoder.load_state_dict(state)
    return encoder


@dataclass
class Scores:
    """What the network says of each window. Pair vectors are scaled: a score is their product plus a bias.

    `happenings` has the numbers of `HAPPENING_PARTS` side by side; `states` are those that `PartHead` reads,
    which learns apart from the others.
    """

    mentions: Tensor
    cues: Tensor
    content_prior: Tensor
    source_prior: Tensor
    content_query: Tensor
    content_key: Tensor
    source_query: Tensor
    source_key: Tensor
    happenings: Tensor
    syntax: Tensor
    states: Tensor


class Pairing(nn.Module):
    """Scores how well each piece belongs to each cue in one role."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key = nn.Linear(WIDTH, PAIR), nn.Linear(WIDTH, PAIR)
        self.prior = nn.Linear(WIDTH, 1)
        self.distance = nn.Embedding(DISTANCES, 1)
        nn.init.zeros_(self.distance.weight)

    def vectors(self, states: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return query and key vectors and the prior of each piece."""
        return self.query(states) * PAIR**-0.5, self.key(states), self.prior(states).squeeze(-1)


class PartHead(nn.Module):
    """Says of each piece which part it has in an attack: by its state, and the means around it."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.own = nn.Linear(WIDTH, PART_WIDTH)
        self.near, self.far = (nn.Linear(WIDTH, PART_WIDTH, bias=False) for _ in range(2))
        self.deepen = nn.Linear(PART_WIDTH, PART_WIDTH)
        self.tell = nn.Linear(PART_WIDTH, len(PART_ROLES))
        nn.init.constant_(self.tell.bias, -4.0)  # most pieces have no part
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor) -> Tensor:
        """Map `[batch, pieces, width]`, nothing of it padding, to log odds of `PART_ROLES`."""
        near, far = mean_around(self.near(states)), self.far(states.mean(1, keepdim=True))
        return self._judge(self.own(states) + near + far)

    def judge(self, states: Tensor, near: Tensor, far: Tensor) -> Tensor:
        """Map single states with the means around them and of their windows, `[pieces, width]` each."""
        return self._judge(self.own(states) + self.near(near) + self.far(far))

    def _judge(self, mixed: Tensor) -> Tensor:
        found = self.dropout(functional.gelu(mixed))
        return self.tell(self.dropout(found + functional.gelu(self.deepen(found))))


def mean_around(states: Tensor) -> Tensor:
    """Return the mean of each piece of `[batch, pieces, width]` and the `PART_REACH` on each side of it."""
    across = states.transpose(1, 2)
    size = 2 * PART_REACH + 1
    return functional.avg_pool1d(across, size, 1, PART_REACH, count_include_pad=False).transpose(1, 2)


class ReaderNetwork(nn.Module):
    """One encoder, heads for mentions, cues, what belongs to each cue, happenings, syntax and attacks."""

    def __init__(self, encoder: Encoder, dropout: float = DROPOUT) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(dropout)
        self.mentions = nn.Linear(WIDTH, len(MENTION_LABELS))
        self.cues = nn.Linear(WIDTH, len(CUE_LABELS))
        self.widen = nn.Linear(WIDTH, WIDTH)
        self.content, self.source = Pairing(), Pairing()
        self.grasp = nn.Linear(WIDTH, WIDTH)
        self.happenings = nn.Linear(WIDTH, sum(HAPPENING_PARTS))
        self.syntax = SyntaxHead(WIDTH, LAYERS + 1)
        self.parts = PartHead(PART_DROPOUT)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> Scores:
        """Return the scores of a batch of windows."""
        layers = self.encoder(ids, features, mask)
        states = self.dropout(layers[-1])
        pairs = functional.gelu(self.widen(states)) + states
        content, source = self.content.vectors(pairs), self.source.vectors(pairs)
        return Scores(
            self.mentions(states), self.cues(states), content[2], source[2],
            content[0], content[1], source[0], source[1],
            self.happenings(functional.gelu(self.grasp(states)) + states), self.syntax(layers),
            layers[-1],
        )  # fmt: skip

    def pair_scores(self, scores: Scores, rows: Tensor, cues: Tensor) -> tuple[Tensor, Tensor]:
        """Return content and source scores `[cues, pieces]`.

        Cues are given as weights over pieces, in windows `rows`.
        """
        places = torch.arange(cues.shape[1], dtype=cues.dtype)
        centre = (cues * places).sum(1, keepdim=True).round()
        buckets = torch.from_numpy(bucket_distances((places[None] - centre).long().numpy()))
        return tuple(
            torch.einsum("cd,cpd->cp", torch.einsum("cp,cpd->cd", cues, query[rows]), key[rows])
            + prior[rows] + pairing.distance(buckets).squeeze(-1)
            for pairing, query, key, prior in (
                (self.content, scores.content_query, scores.content_key, scores.content_prior),
                (self.source, scores.source_query, scores.source_key, scores.source_prior),
            )
        )  # fmt: skip


def load_weights(network: ReaderNetwork, weights: Mapping[str, Tensor]) -> None:
    """Fill a network with weights; heads that they lack, being older, stay as they are."""
    missing, unknown = network.load_state_dict(weights, strict=False)
    if unknown or any(
        not name.startswith(("grasp.", "happenings.", "syntax.", "parts.")) for name in missing
    ):
        raise ModelError(f"weights of another network: {missing[:3]} missing, {unknown[:3]} not known")


def distance_table(pairing: Pairing | SyntaxHead) -> np.ndarray:
    """Return the learnt score of each distance bucket."""
    return pairing.distance.weight.detach().squeeze(-1).numpy().astype(np.float32)
