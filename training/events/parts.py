"""Train the reader's head of parts in attacks: `python -m training.events.parts --corpora FOLDER ...`.

Only the head learns, on the states that the packaged reader has of MUC-3/4's `dev` part; `tst1` and `tst2`
are never seen. `--network` are the weights behind that reader; they are written to `--out` with the new head,
for `training.export_reader`. What heads that have not seen a report say of it (five folds) is written to
`--unseen`, for `training.events.incidents`.
"""

import argparse
import os
import pickle
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from dateline.inference.packaged import MODEL_FOLDER
from dateline.inference.parts import window_parts
from dateline.inference.pieces import Pieces
from dateline.inference.reader import OnnxReader, framed, load_reader
from dateline.inference.reading import PART_ROLES, RawPart
from dateline.inference.windows import TextWindow, plan_windows
from training.events.muc import Key
from training.events.reports import Report, read_part
from training.network import PART_DROPOUT, PartHead, mean_around

FOLDS, SEED = 5, 0
ROUNDS, BATCH, RATE, DECAY = 5, 256, 2e-3, 0.05
KEPT, KEPT_ELSEWHERE = 0.3, 0.1
"""Shares of the pieces without a part that are learnt from, in reports with a key and without."""
WORD = re.compile(r"[^\W_]+")
ARTICLES = ("the", "a", "an")


@dataclass(frozen=True)
class SeenWindow:
    """One window of a report: its states, `[CLS]` and `[SEP]` with them, and the answers where it owns."""

    report: int
    pieces: Pieces
    window: TextWindow
    states: NDArray[np.float16]
    right: NDArray[np.float32]


@dataclass(frozen=True)
class Sample:
    """Pieces to learn from: states with the means around them and of their windows; `times` each counts."""

    report: NDArray[np.int64]
    inputs: NDArray[np.float16]
    right: NDArray[np.float32]
    times: NDArray[np.float32]

    def without(self, fold: int) -> "Sample":
        """Return those of the reports of other folds."""
        kept = self.report % FOLDS != fold
        return Sample(self.report[kept], self.inputs[kept], self.right[kept], self.times[kept])


def right_parts(text: str, keys: Sequence[Key], pieces: Pieces) -> NDArray[np.float32]:
    """Return for each piece and role whether it stands in a phrase that fills it, wherever that is told."""
    words = [(match[0].lower(), match.start(), match.end()) for match in WORD.finditer(text)]
    found = np.zeros((len(pieces), len(PART_ROLES)), dtype=np.float32)
    for column, role in enumerate(PART_ROLES):
        phrases = {phrase for key in keys for entity in key.entities(role) for phrase in entity.phrases}
        for start, end in _told(words, {_bare(phrase.split()) for phrase in phrases}):
            first, last = np.searchsorted(pieces.ends, start, "right"), np.searchsorted(pieces.starts, end)
            found[first:last, column] = 1
    return found


def _bare(words: list[str]) -> tuple[str, ...]:
    return tuple(words[1:] if len(words) > 1 and words[0] in ARTICLES else words)


def _told(words: Sequence[tuple[str, int, int]], phrases: set[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Yield start and end of each place where a phrase stands."""
    for at in range(len(words)):
        for phrase in phrases:
            if tuple(word for word, *_ in words[at : at + len(phrase)]) == phrase:
                yield words[at][1], words[at + len(phrase) - 1][2]


def see(reports: Sequence[Report], reader: OnnxReader, model: Path) -> Iterator[SeenWindow]:
    """Yield the windows of some reports with the states that the encoder has of them."""
    session, name = _session_of_states(model)
    for number, report in enumerate(reports):
        pieces = reader.cut(report.text)
        right = right_parts(report.text, report.keys, pieces)
        for window in plan_windows(pieces, size=reader.meta.size, overlap=reader.meta.overlap):
            (states,) = session.run([name], framed(pieces, window))
            here = right[window.owned_start : window.owned_end]
            yield SeenWindow(number, pieces, window, np.asarray(states)[0].astype(np.float16), here)


def _session_of_states(model: Path) -> tuple[onnxruntime.InferenceSession, str]:
    """Return a session that gives the last states, and their name in it: what the head of names reads."""
    graph = onnx.load(str(model))
    name = next(
        node.input[0] for node in graph.graph.node if node.op_type == "MatMul" and "/mentions/" in node.name
    )
    graph.graph.output.append(onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "states.onnx"
        onnx.save(graph, str(path))
        return onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"]), name


def sample_of(windows: Sequence[SeenWindow], reports: Sequence[Report]) -> Sample:
    """Return all pieces that have a part, and some of the others, which count for those left out."""
    chance = np.random.default_rng(SEED)
    numbers, inputs, right, times = [], [], [], []
    for seen in windows:
        share = KEPT if reports[seen.report].keys else KEPT_ELSEWHERE
        has_part = seen.right.any(1)
        kept = has_part | (chance.random(len(has_part)) < share)
        owned = slice(seen.window.owned_start - seen.window.start + 1, None)
        inputs.append(_inputs(seen.states)[owned][: len(kept)][kept].astype(np.float16))
        right.append(seen.right[kept])
        times.append(np.where(has_part, 1, 1 / share)[kept].astype(np.float32))
        numbers.append(np.full(kept.sum(), seen.report))
    return Sample(*(np.concatenate(column) for column in (numbers, inputs, right, times)))


def _inputs(states: NDArray[np.float16]) -> NDArray[np.float32]:
    """Return what the head is given of each piece of a window, side by side."""
    whole = torch.from_numpy(states.astype(np.float32))[None]
    far = whole.mean(1, keepdim=True).expand_as(whole)
    return np.asarray(torch.cat((whole, mean_around(whole), far), -1)[0])


def fit(sample: Sample, seed: int = SEED) -> PartHead:
    """Train a head."""
    torch.manual_seed(seed)
    head, chance = PartHead(PART_DROPOUT), np.random.default_rng(seed)
    optimiser = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=DECAY)
    steps = ROUNDS * (len(sample.report) // BATCH)
    for step in range(steps):
        if step % (steps // ROUNDS) == 0:
            order = chance.permutation(len(sample.report))
        progress = step / steps
        for group in optimiser.param_groups:
            group["lr"] = RATE * min(progress / 0.1, (1 - progress) / 0.9)
        first = step % (steps // ROUNDS) * BATCH
        _loss(head, sample, order[first : first + BATCH]).backward()
        optimiser.step()
        optimiser.zero_grad()
    return head.eval()


def _loss(head: PartHead, sample: Sample, rows: NDArray[np.int64]) -> Tensor:
    inputs = torch.from_numpy(sample.inputs[rows].astype(np.float32))
    right, times = torch.from_numpy(sample.right[rows]), torch.from_numpy(sample.times[rows])
    scores = head.judge(*inputs.chunk(3, -1))
    each = functional.binary_cross_entropy_with_logits(scores, right, reduction="none")
    return (each * times[:, None]).mean(0).sum()


def say(head: PartHead, seen: SeenWindow) -> Iterator[RawPart]:
    """Yield what a head says of a window."""
    with torch.no_grad():
        scores = head(torch.from_numpy(seen.states.astype(np.float32))[None]).sigmoid()[0, 1:-1]
    yield from window_parts(seen.pieces, seen.window, np.asarray(scores))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--corpora", default=os.environ.get("DATELINE_CORPORA", "~/corpora"))
    parser.add_argument("--model", type=Path, default=MODEL_FOLDER, help="a packaged reader")
    parser.add_argument("--network", type=Path, required=True, help="the weights behind it")
    parser.add_argument("--out", type=Path, required=True, help="file for the weights with the new head")
    parser.add_argument(
        "--unseen", type=Path, required=True, help="file for what unseen reports were read as"
    )
    parser.add_argument("--read", type=Path, help="reports that training.events.incidents has kept")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    reports: list[Report] = (
        pickle.loads(arguments.read.read_bytes())
        if arguments.read
        else read_part(Path(arguments.corpora).expanduser(), "dev", headings=True)
    )
    windows = list(see(reports, load_reader(arguments.model), arguments.model / "model.onnx"))
    sample = sample_of(windows, reports)
    head = fit(sample)
    network = torch.load(arguments.network, weights_only=True)
    torch.save(
        network | {f"parts.{name}": weight for name, weight in head.state_dict().items()}, arguments.out
    )
    said: list[list[RawPart]] = [[] for _ in reports]
    for fold in range(FOLDS):
        other = fit(sample.without(fold), fold)
        for seen in windows:
            if seen.report % FOLDS == fold:
                said[seen.report].extend(say(other, seen))
    arguments.unseen.write_bytes(pickle.dumps(said))


if __name__ == "__main__":
    main()
