"""Turn trained weights into the packaged form.

`python -m training.export_reader --network FILE --encoder FOLDER --out FOLDER`.
"""

import argparse
import json
import warnings
from collections.abc import Sequence
from math import log
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from dateline.inference.packaged import FORMAT
from dateline.inference.reader import OUTPUTS
from training.network import (
    HAPPENING_PARTS,
    HEADS,
    MENTION_LABELS,
    PAIR,
    Encoder,
    ReaderNetwork,
    distance_table,
    load_weights,
)
from training.reader import load_tokenizer
from training.syntax import ARC, SyntaxHead
from training.syntax import PAIR as SYNTAX_PAIR
from training.trees import RELATIONS, TAGS

SIZE, OVERLAP = 256, 24
"""Pieces of a window, and how many it shares with the next: half of them only lend context."""
NO_NAME_TIMES = 3.0
"""By how much no name is likelier than the network says, which takes unknown words for names too readily;
chosen on the countries of Worldwide Newswire that are held out."""


class _FusedAttention(torch.autograd.Function):
    """Attention that is written as one node of onnxruntime, which is twice as fast there as its parts."""

    @staticmethod
    def forward(context: object, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        """Stand in while the graph is traced: only the shape matters."""
        return query * 1.0

    @staticmethod
    def symbolic(graph, query, key, value):
        """Return the node."""
        node = graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=HEADS)
        return node.setType(query.type())


class FusedAttention(nn.Module):
    """Takes the place of `training.network.Attention` in the exported graph.

    It masks nothing: the reader gives windows of one length at a time. Without a mask onnxruntime takes its
    quicker way, in tiles.
    """

    def forward(self, query: Tensor, key: Tensor, value: Tensor, mask: Tensor) -> Tensor:
        """Map as `Attention` does where nothing is masked."""
        return _FusedAttention.apply(query, key, value)


class Exported(nn.Module):
    """The network with few outputs: probabilities, pair vectors and priors, happenings, syntax, parts."""

    def __init__(self, network: ReaderNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, ...]:
        """Return what `OUTPUTS` names: probabilities, pair numbers, syntax vectors."""
        scores = self.network(ids, features, torch.ones_like(ids))
        vectors = (scores.content_query, scores.content_key, scores.source_query, scores.source_key)
        priors = (scores.content_prior[..., None], scores.source_prior[..., None])
        event, kinds, levels, denied = scores.happenings.split(HAPPENING_PARTS, -1)
        told = torch.cat((event.sigmoid(), kinds.softmax(-1), levels.softmax(-1), denied.sigmoid()), -1)
        pairs = torch.cat((*vectors, *priors), -1)
        parts = self.network.parts(scores.states).sigmoid()
        return scores.mentions.softmax(-1), scores.cues.softmax(-1), pairs, told, scores.syntax, parts


def export(network: ReaderNetwork, path: Path) -> None:
    """Write the network as float ONNX, its names weighed by `NO_NAME_TIMES`."""
    with torch.no_grad():
        network.mentions.bias[MENTION_LABELS.index("O")] += log(NO_NAME_TIMES)
    for layer in network.encoder.layers:
        layer.attention = FusedAttention()
    example = (torch.ones(2, 9, dtype=torch.long), torch.zeros(2, 9, dtype=torch.long))
    names = ["ids", "features"]
    axes = {name: {0: "windows", 1: "pieces"} for name in [*names, *OUTPUTS]}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Exported(network), example, str(path), input_names=names, output_names=list(OUTPUTS),
            dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip


def quantise(source: Path, target: Path) -> None:
    """Write weights as 8-bit numbers; the heads stay exact, since they are small and decide.

    Only the head of syntax, which is larger than the others, is in 8 bits too.
    """
    model = onnx.load(str(source))
    matrices = [node.name for node in model.graph.node if node.op_type == "MatMul"]
    heads = [name for name in matrices if "encoder" not in name and "syntax" not in name]
    quantize_dynamic(
        str(source), str(target), weight_type=QuantType.QInt8, per_channel=True, reduce_range=False,
        nodes_to_exclude=heads, extra_options={"MatMulConstBOnly": True},
    )  # fmt: skip


def syntax_meta(head: SyntaxHead) -> dict[str, object]:
    """Return what `dateline.inference.syntax.SyntaxMeta` holds: the last layer of relations is small."""
    return {
        "tags": TAGS, "relations": RELATIONS, "arc": ARC, "pair": SYNTAX_PAIR,
        "distances": distance_table(head).astype(float).round(5).tolist(),
        "weights": head.relations.weight.detach().double().numpy().round(4).tolist(),
        "bias": head.relations.bias.detach().double().numpy().round(4).tolist(),
    }  # fmt: skip


def average_weights(paths: Sequence[Path]) -> dict[str, Tensor]:
    """Return the mean of the weights of runs that started from the same ones."""
    states = [torch.load(path, weights_only=True) for path in paths]
    return {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--network", type=Path, required=True, nargs="+", help="several are averaged")
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--settings", type=Path, help="JSON of settings and judges, as training.choose_reader writes it"
    )
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    network = ReaderNetwork(Encoder())
    load_weights(network, average_weights(args.network))
    network.eval()
    whole = args.out / "float.onnx"
    export(network, whole)
    quantise(whole, args.out / "model.onnx")
    load_tokenizer(args.encoder / "tokenizer.json").save(str(args.out / "tokenizer.json"), pretty=False)
    distances = {
        role: distance_table(getattr(network, role)).round(5).tolist() for role in ("content", "source")
    }
    meta = {
        "format": FORMAT, "labels": MENTION_LABELS, "size": SIZE, "overlap": OVERLAP, "pair": PAIR,
        "distances": distances, "syntax": syntax_meta(network.syntax),
        **(json.loads(args.settings.read_text(encoding="utf-8")) if args.settings else {"settings": {}}),
    }  # fmt: skip
    (args.out / "meta.json").write_text(json.dumps(meta) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
