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
from training.ewt import read_ewt
from training.happenings import (
    read_cameo,
    read_commitments,
    read_ecb,
    read_meantime,
    read_plover,
    read_rams,
    read_wikievents,
    together,
    with_small_words,
)
from training.treebanks import read_treebank

HELD_COUNTRIES = frozenset(("th", "ghana", "peru", "nz", "jp", "my", "alg"))
"""Worldwide Newswire's validation part: no article from these outlets' countries is trained on."""
HELD_EVERY = 15
"""Each fifteenth article of PolNeAR's train folder chooses thresholds; its dev folder is only measured."""
HELD_RE3D_EVERY = 4
HELD_EVENTS_EVERY = 5
MEANTIME_TIMES = 3
"""How often its few texts are seen in one round: ECB+, which marks more words, has many."""
HELD_SYNTAX_EVERY = 20
HELD_GUM_EVERY = 5
NEWS_TIMES = 3
"""How often the news and interviews of GUM are seen in one round: EWT is reviews, letters and blogs."""
EVEN_TOPICS = tuple(range(2, 36, 2))
"""Topics of ECB+ by which the coreference of events may be chosen; the odd ones are reported."""


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


def split_happenings(corpora: Path) -> Split:
    """Return what teaches happenings, and what chooses: each fifth of what no benchmark reports.

    Of MEANTIME, RAMS, WikiEvents, PLOVER and CAMEO only the part `choose` of the benchmarks is read, of ECB+
    the even topics. All judged verbs of EWT's `train` teach; those of its `dev` are only measured.
    """
    events, hedging = corpora / "8_events", corpora / "10_hedging"
    meantime = list(read_meantime(hedging / "meantime_en"))[0::2]
    texts = [
        *meantime,
        *together([*map(with_small_words, read_rams(events / "rams/dev.jsonlines"))][0::2], 2),
        *[*map(with_small_words, read_wikievents(events / "wikievents/dev.jsonl"))][0::2],
        *read_ecb(corpora / "6_entity_event_coref/ecbplus", EVEN_TOPICS),
        *together(list(read_commitments(hedging / "commitmentbank/CommitmentBank-items.csv")), 4),
        *together([*map(with_small_words, read_plover(events / "plover/PLOVER_GSR_CAMEO.txt"))], 3),
        *together([*map(with_small_words, read_cameo(events / "cameo/train.tsv"))], 3),
    ]
    held = texts[HELD_EVENTS_EVERY - 1 :: HELD_EVENTS_EVERY]
    train = [passage for passage in texts if passage not in held]
    again = [passage for passage in train if passage in meantime] * (MEANTIME_TIMES - 1)
    return Split((*train, *again, *read_ewt(corpora, "train")), tuple(held))


def split_syntax(corpora: Path) -> Split:
    """Split English EWT and GUM; `held` chooses, and what `syntax_report` has is only measured."""
    ewt = corpora / "5_ner_syntax/ud/en_ewt"
    measured = {passage.name for passages in syntax_report(corpora).values() for passage in passages}
    texts = [*read_treebank(sorted(ewt.glob("*.conllu"))), *read_treebank(_gum(corpora))]
    texts = [passage for passage in texts if passage.name not in measured]
    held = texts[HELD_SYNTAX_EVERY - 1 :: HELD_SYNTAX_EVERY]
    train = [passage for passage in texts if passage not in held]
    news = [passage for passage in train if passage.name.startswith("GUM")]
    return Split((*train, *news * (NEWS_TIMES - 1)), tuple(held))


def syntax_report(corpora: Path) -> dict[str, list[Passage]]:
    """Return the texts of each treebank that are only measured: those of EWT's `dev` with judged verbs."""
    ewt = corpora / "5_ner_syntax/ud/en_ewt"
    names = sorted(passage.name for passage in read_ewt(corpora, "dev"))
    measured = _gum(corpora)[1::HELD_GUM_EVERY]
    return {
        "EWT": list(read_treebank(ewt / f"{name}.conllu" for name in names)),
        "GUM": list(read_treebank(measured)),
    }


def _gum(corpora: Path) -> list[Path]:
    return sorted((corpora / "2_attribution/gum/dep").glob("*.conllu"))
