"""What is trained on, what chooses, and what is only measured."""

from dataclasses import dataclass
from pathlib import Path

from training.corpora import (
    Passage,
    read_crossner,
    read_polnear,
    read_re3d,
    read_uner,
    read_worldwide,
    worldwide_country,
)

HELD_COUNTRIES = frozenset(("th", "ghana", "peru", "nz", "jp", "my", "alg"))
"""Worldwide Newswire's validation part: no article from these outlets' countries is trained on."""
HELD_EVERY = 15
"""Each fifteenth article of PolNeAR's train folder chooses thresholds; its dev folder is only measured."""
HELD_RE3D_EVERY = 4


@dataclass(frozen=True)
class Split:
    """Passages to train on and to choose by."""

    train: tuple[Passage, ...]
    held: tuple[Passage, ...]


def split_attributions(corpora: Path) -> Split:
    """Split PolNeAR's train folder."""
    passages = list(read_polnear(corpora / "2_attribution/polnear/train"))
    held = tuple(passages[::HELD_EVERY])
    return Split(tuple(passage for passage in passages if passage not in held), held)


def split_mentions(corpora: Path) -> Split:
    """Hold out whole countries of Worldwide Newswire and a part of re3d."""
    folder = corpora / "5_ner_syntax"
    worldwide = list(read_worldwide(folder / "en_worldwide"))
    held = [passage for passage in worldwide if worldwide_country(passage.name) in HELD_COUNTRIES]
    re3d = list(read_re3d(folder / "re3d"))
    held_re3d = re3d[::HELD_RE3D_EVERY]
    train = [passage for passage in [*worldwide, *re3d] if passage not in held and passage not in held_re3d]
    small = [*read_crossner(folder / "crossner_politics"), *read_uner(folder / "uner_ewt")]
    return Split((*train, *small), (*held, *held_re3d))
