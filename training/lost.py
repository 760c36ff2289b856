"""Train the head that tells which marks a text has lost: `dateline/inference/models/lost.npz`.

Run: `python -m training.lost --corpora FOLDER`. Taught by PolNeAR's train folder, Worldwide Newswire, re3d,
CrossNER and UNER, without the parts that `training.splits` holds out: these show precision and recall. Each
text loses all commas and apostrophes and some full stops; the packaged reader, which stays as it is, says
what it sees in what is left, and the head learns where each was. Needs torch.
"""

import argparse
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from dateline.inference.lost import GAPS, OWNERS, WEIGHTS
from dateline.inference.pieces import FEATURES
from dateline.inference.reader import HEARD, OnnxReader, framed, load_reader
from dateline.inference.windows import plan_windows
from training.corpora import Passage
from training.network import VOCABULARY
from training.splits import split_attributions, split_mentions
from training.spoiling import spoil

WORD_WIDTH, SHAPE_WIDTH, WIDTH = 16, 8, 64
REACH, STEPS = 5, (1, 2)
"""Pieces that a convolution sees together, and how far apart they stand in each."""
ROUNDS, BATCH, RATE, DECAY, DROPOUT, SEED = 3, 16, 2e-3, 0.01, 0.2, 0
FEWEST, SPARSEST = 2, 400
"""Commas of a text to learn from: so many, and one for so many code points."""
PADDED = FEATURES
IGNORED = -1


@dataclass(frozen=True)
class SeenWindow:
    """One window of a spoilt text: what the reader says of its pieces, and a column for each answer."""

    ids: NDArray[np.int64]
    features: NDArray[np.int64]
    said: NDArray[np.float16]
    right: NDArray[np.int64]


def see(reader: OnnxReader, passages: Sequence[Passage]) -> Iterator[SeenWindow]:
    """Spoil texts that have their commas, and yield what the reader says of them, window by window."""
    for passage in passages:
        if passage.text.count(",") < max(FEWEST, len(passage.text) / SPARSEST):
            continue
        text, losses = spoil(passage.text, passage.name)
        pieces = reader.cut(text)
        if not len(pieces):
            continue
        right = np.zeros((len(pieces), 2), dtype=np.int64)
        for loss in losses:
            right[int(np.searchsorted(pieces.starts, loss.at, side="right")) - 1, loss.column] = loss.answer
        right[np.append(pieces.words[1:] == pieces.words[:-1], False)] = IGNORED
        for window in plan_windows(pieces, size=reader.meta.size, overlap=reader.meta.overlap):
            here, answers = slice(window.start, window.end), right[window.start : window.end].copy()
            answers[: window.owned_start - window.start] = IGNORED
            answers[window.owned_end - window.start :] = IGNORED
            said = np.concatenate(reader.hear(framed(pieces, window), HEARD), axis=1)
            yield SeenWindow(pieces.ids[here], pieces.features[here], said.astype(np.float16), answers)


class LostNetwork(nn.Module):
    """The head in torch: `dateline.inference.lost.LostHead` runs the same without it."""

    def __init__(self, said: int) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WORD_WIDTH)
        nn.init.normal_(self.words.weight, std=0.1)
        self.shapes = nn.Embedding(PADDED + 1, SHAPE_WIDTH)
        self.widen = nn.Linear(said + WORD_WIDTH + SHAPE_WIDTH, WIDTH)
        self.turns = nn.ModuleList(
            nn.Conv1d(WIDTH, WIDTH, REACH, padding=REACH // 2 * step, dilation=step) for step in STEPS
        )
        self.tell = nn.Linear(WIDTH, len(GAPS) + len(OWNERS))
        self.dropout = nn.Dropout(DROPOUT)

    def standardise(self, mean: NDArray[np.float32], spread: NDArray[np.float32]) -> None:
        """Begin with weights under which everything that the reader says counts alike."""
        with torch.no_grad():
            self.widen.weight[:, : len(mean)] /= torch.from_numpy(spread) * 3
            self.widen.bias -= self.widen.weight[:, : len(mean)] @ torch.from_numpy(mean)

    def forward(self, said: Tensor, ids: Tensor, features: Tensor) -> Tensor:
        """Map `[batch, pieces, ...]` to scores of `GAPS`, then of `OWNERS`."""
        real = (features < PADDED)[..., None]
        given = torch.cat([said, self.dropout(self.words(ids)), self.shapes(features)], dim=-1)
        states = functional.relu(self.widen(self.dropout(given))) * real
        for turn in self.turns:
            seen = turn(self.dropout(states).transpose(1, 2)).transpose(1, 2)
            states = states + functional.relu(seen) * real
        scores: Tensor = self.tell(self.dropout(states))
        return scores


def batched(windows: Sequence[SeenWindow]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return windows side by side, padded to the longest."""
    longest, count = max(len(window.ids) for window in windows), len(windows)
    said = np.zeros((count, longest, windows[0].said.shape[1]), dtype=np.float32)
    ids = np.zeros((count, longest), dtype=np.int64)
    features = np.full((count, longest), PADDED, dtype=np.int64)
    right = np.full((count, longest, 2), IGNORED, dtype=np.int64)
    for row, window in enumerate(windows):
        end = len(window.ids)
        said[row, :end], ids[row, :end] = window.said, window.ids
        features[row, :end], right[row, :end] = window.features, window.right
    return (*(torch.from_numpy(array) for array in (said, ids, features)), torch.from_numpy(right))


def loss_of(scores: Tensor, right: Tensor) -> Tensor:
    """Return the mean surprise at the right answers, of both kinds together."""
    gaps, owners = (
        functional.cross_entropy(part.flatten(0, 1), right[..., column].flatten(), ignore_index=IGNORED)
        for column, part in enumerate(scores.split((len(GAPS), len(OWNERS)), dim=-1))
    )
    return gaps + owners


def train(windows: Sequence[SeenWindow]) -> Iterator[LostNetwork]:
    """Teach a head, windows of like length together, and yield it after each round."""
    torch.manual_seed(SEED)
    order = np.random.default_rng(SEED)
    network = LostNetwork(windows[0].said.shape[1])
    sample = np.concatenate([window.said[::37] for window in windows]).astype(np.float32)
    network.standardise(sample.mean(0), sample.std(0) + 1e-3)
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    steps = ROUNDS * -(-len(windows) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps)
    for number in range(ROUNDS):
        alike = np.argsort([len(window.ids) + 48 * order.random() for window in windows])
        groups = [alike[start : start + BATCH] for start in range(0, len(alike), BATCH)]
        total = 0.0
        for place in order.permutation(len(groups)):
            *given, right = batched([windows[each] for each in groups[place]])
            optimiser.zero_grad()
            loss = loss_of(network(*given), right)
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(f"round {number + 1} of {ROUNDS}: {total / len(groups):.4f}", flush=True)
        yield network.eval()
        network.train()


def save(network: LostNetwork, reader_hash: str, path: Path = WEIGHTS) -> None:
    """Write weights, the wide ones in 8 bits."""
    kept: dict[str, NDArray[np.generic]] = {
        "reader": np.array(reader_hash),
        "steps": np.array(STEPS),
        "shapes": _plain(network.shapes.weight),
        "starts": _plain(network.widen.bias),
        "tell": _plain(network.tell.weight.T),
        "ends": _plain(network.tell.bias),
    }
    wide = {"words": network.words.weight, "widen": network.widen.weight.T}
    for place, turn in enumerate(network.turns):
        wide[f"turn{place}"] = turn.weight.permute(2, 1, 0)
        kept[f"turn{place}_bias"] = _plain(turn.bias)
    for name, weights in wide.items():
        plain = _plain(weights)
        # what the reader says differs in size: each of its numbers has a step of its own
        largest = np.abs(plain).max(
            axis=1 if name == "widen" else tuple(range(plain.ndim - 1)), keepdims=True
        )
        kept[f"{name}_step"] = np.maximum(largest / 127, 1e-9).astype(np.float32)
        kept[name] = np.round(plain / kept[f"{name}_step"]).astype(np.int8)
    np.savez_compressed(path, **kept)


def _plain(weights: Tensor) -> NDArray[np.float32]:
    return weights.detach().contiguous().numpy().astype(np.float32)


def show(network: LostNetwork, windows: Sequence[SeenWindow]) -> None:
    """Print precision and recall of each mark by threshold."""
    found: list[tuple[NDArray[np.float32], NDArray[np.int64]]] = []
    with torch.no_grad():
        for start in range(0, len(windows), BATCH):
            *given, right = batched(windows[start : start + BATCH])
            scores = network(*given)
            parts = scores.split((len(GAPS), len(OWNERS)), dim=-1)
            likely = torch.cat([part.softmax(-1) for part in parts], dim=-1)
            found.append((likely.flatten(0, 1).numpy(), right.flatten(0, 1).numpy()))
    likely_all, right_all = (np.concatenate(each) for each in zip(*found, strict=True))
    columns = [(0, at, at, mark) for at, mark in enumerate(GAPS)]
    columns += [(1, at, at + len(GAPS), mark) for at, mark in enumerate(OWNERS)]
    for column, answer, place, mark in columns:
        if mark is not None:
            known = right_all[:, column] != IGNORED
            _show_mark(str(mark), likely_all[known, place], right_all[known, column] == answer)


def _show_mark(name: str, likely: NDArray[np.float32], right: NDArray[np.bool_]) -> None:
    for threshold in (0.3, 0.5, 0.7, 0.9):
        put = likely >= threshold
        held = int((put & right).sum())
        print(
            f"{name:>8} {threshold}: precision {held / max(1, put.sum()):.3f} recall {held / right.sum():.3f}"
        )


def main() -> None:
    """See, train, write, show."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--corpora", type=Path, default=Path(os.environ.get("DATELINE_CORPORA", "corpora")))
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    reader = load_reader(threads=1)
    splits = (split_attributions(options.corpora), split_mentions(options.corpora))
    held = [window for split in splits for window in see(reader, split.held)]
    for network in train([window for split in splits for window in see(reader, split.train)]):
        save(network, reader.meta.hash, options.out)
        show(network, held)


if __name__ == "__main__":
    main()
