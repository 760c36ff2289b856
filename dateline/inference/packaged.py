"""What is packaged beside the weights of a reader, read and checked."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from dateline.errors import ModelError
from dateline.inference.attributions import Distances, Settings
from dateline.inference.decode import bucket_distances
from dateline.inference.judging import Judges, Weights
from dateline.inference.syntax import LONGEST, SyntaxMeta
from dateline.model.annotations import MentionType
from dateline.model.syntax import Relation

MODEL_FOLDER = Path(__file__).parent / "models" / "reader"
FORMAT = 4
_PLACES = np.arange(LONGEST)
_OFFSETS = _PLACES[None] - _PLACES[:, None]


@dataclass(frozen=True, slots=True)
class ReaderMeta:
    """What goes with the weights: labels, sizes, learnt distances, settings."""

    labels: tuple[str, ...]
    size: int
    overlap: int
    pair: int
    distances: Distances
    settings: Settings
    hash: str
    syntax: SyntaxMeta
    judges: Judges | None = None
    """None in a model that was just exported, before they are learnt."""

    @property
    def types(self) -> tuple[MentionType, ...]:
        """Return the types of names in the order of the labels."""
        return tuple(MentionType(label.removeprefix("B-")) for label in self.labels if label.startswith("B-"))


def load_meta(folder: Path) -> ReaderMeta:
    """Read what goes with the weights, and hash them."""
    path = folder / "meta.json"
    try:
        stated = json.loads(path.read_text(encoding="utf-8"))
        digest = hashlib.sha256((folder / "model.onnx").read_bytes() + path.read_bytes()).hexdigest()
    except (OSError, ValueError) as error:
        raise ModelError(f"{path}: no packaged reader here ({error}); reinstall, or train one") from error
    if stated.get("format") != FORMAT:
        raise ModelError(f"{path}: format {stated.get('format')}, expected {FORMAT}; train the reader anew")
    content, source = (
        np.array(stated["distances"][role], dtype=np.float32) for role in ("content", "source")
    )
    return ReaderMeta(
        labels=tuple(stated["labels"]),
        size=stated["size"],
        overlap=stated["overlap"],
        pair=stated["pair"],
        distances=Distances(content, source),
        settings=Settings(**stated["settings"]),
        hash=digest,
        judges=_judges(stated["judges"]) if "judges" in stated else None,
        syntax=_syntax(stated["syntax"]),
    )


def _syntax(stated: Mapping[str, Any]) -> SyntaxMeta:
    return SyntaxMeta(
        tags=tuple(stated["tags"]),
        relations=tuple(map(Relation, stated["relations"])),
        arc=stated["arc"],
        pair=stated["pair"],
        nearness=np.array(stated["distances"], dtype=np.float32)[bucket_distances(_OFFSETS)],
        weights=np.array(stated["weights"], dtype=np.float32).T,
        bias=np.array(stated["bias"], dtype=np.float32),
    )


def _judges(stated: Mapping[str, Mapping[str, Any]]) -> Judges:
    extent, whole = (
        Weights(np.array(stated[name]["weights"]), stated[name]["bias"]) for name in ("extent", "whole")
    )
    return Judges(extent, whole)
