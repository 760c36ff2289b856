"""What the reader's head of happenings knows, on texts that taught it nothing.

Run: `python -m benchmarks.reader_happenings [--model FOLDER] [--corpora FOLDER]`.

- words: of the sentences of ECB+ (odd topics) in which people marked happenings, and of MEANTIME (every
  second text): is a word one? P, R, F of words with a score of at least one half.
- types: of the triggers of RAMS and WikiEvents (every second text), the share that is listed, and that has a
  type which `training.event_kinds` takes for theirs; and of the gold sentences of PLOVER (even places),
  whether the word that is surest of a type has the right one.
- levels: of the happenings of MEANTIME (every second text), macro F over the levels that occur, and denials.
- held, denied or open: of the verbs of EWT's `dev` that people judged (UDS "It Happened"), macro F over the
  three: it happened; it is denied; it is left open. A verb whose judges were unsure is left out.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from benchmarks.reader_options import reader_options
from dateline.inference.reader import OnnxReader, load_reader
from dateline.inference.reading import HAPPENING_KINDS, RawHappening
from dateline.model.claims import Certainty
from training.corpora import NO_KIND, MarkedHappening, Passage
from training.ewt import read_ewt
from training.happenings import read_ecb, read_meantime, read_plover, read_rams, read_wikievents

BELIEVED = 0.5
ODD_TOPICS = tuple(range(1, 36, 2))
Pairs = list[tuple[MarkedHappening, RawHappening | None]]


def laid(reader: OnnxReader, passage: Passage) -> tuple[Pairs, list[RawHappening]]:
    """Return each marked happening with the one of ours that overlaps it, and all of ours."""
    told = reader.read(passage.text).happenings
    found = [
        (mark, max(_overlapping(mark, told), key=lambda each: each.score, default=None))
        for mark in passage.happenings
    ]
    return found, list(told)


def _overlapping(mark: MarkedHappening, told: Iterable[RawHappening]) -> Iterator[RawHappening]:
    return (each for each in told if each.span.start < mark.end and mark.start < each.span.end)


def f_of(hits: int, found: int, gold: int) -> str:
    """Return precision, recall and F as they are printed."""
    precision, recall = hits / max(found, 1), hits / max(gold, 1)
    return f"P {precision:.3f} R {recall:.3f} F {2 * hits / max(found + gold, 1):.3f}"


def macro_f(pairs: Sequence[tuple[str, str]]) -> str:
    """Return the F of each label that occurs in the gold, the first of each pair, and their mean."""
    gold, found = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    right = Counter(one for one, other in pairs if one == other)
    scores = {label: 2 * right[label] / (gold[label] + found[label]) for label in gold}
    each = ", ".join(f"{label} {score:.3f} of {gold[label]}" for label, score in scores.items())
    return f"macro F {sum(scores.values()) / len(scores):.3f} ({each})"


def words(name: str, reader: OnnxReader, passages: Iterable[Passage]) -> Pairs:
    """Print how well happenings are told from other words; return the marked ones with ours."""
    hits = found = gold = 0
    every: Pairs = []
    for passage in passages:
        pairs, told = laid(reader, passage)
        believed = [each for each in told if each.score >= BELIEVED and _within(each, passage)]
        hits += sum(ours is not None and ours.score >= BELIEVED for _, ours in pairs)
        found, gold = found + len(believed), gold + len(pairs)
        every += pairs
    print(f"{name}, words: {f_of(hits, found, gold)} of {gold}", flush=True)
    return every


def _within(happening: RawHappening, passage: Passage) -> bool:
    return any(start <= happening.span.start < end for start, end in passage.telling)


def types(name: str, reader: OnnxReader, passages: Iterable[Passage]) -> None:
    """Print how many triggers are listed and have a fitting type."""
    pairs = [pair for passage in passages for pair in laid(reader, passage)[0]]
    typed = [ours for _, ours in pairs if ours is not None and ours.kind is not None]
    right = sum(ours is not None and (ours.kind or NO_KIND) in mark.kinds for mark, ours in pairs)
    print(
        f"{name}, triggers: {len(typed) / len(pairs):.3f} listed with a type, "
        f"{right / len(pairs):.3f} with one that fits, of {len(pairs)}", flush=True,
    )  # fmt: skip


def plover(reader: OnnxReader, passages: Iterable[Passage]) -> None:
    """Print how often the word that is surest of a type has the type of its sentence."""
    right = total = 0
    for passage in passages:
        ((mark, _),), told = laid(reader, passage)
        surest = max((each.kinds[1:-1] for each in told), key=max, default=())
        best = HAPPENING_KINDS[1 + surest.index(max(surest))] if surest else None
        right, total = right + (best in mark.kinds), total + 1
    print(f"PLOVER, type of the surest word: {right / total:.3f} of {total}", flush=True)


def stances(pairs: Pairs) -> Iterator[tuple[str, str]]:
    """Yield, for each judged verb, whether it is held, denied or left open, and what we say."""
    for mark, ours in pairs:
        gold = _stance(mark.denied is True, mark.levels)
        if gold is not None:
            level = frozenset((ours.certainty if ours else Certainty.CERTAIN,))
            yield gold, _stance(ours is not None and ours.denied >= BELIEVED, level) or "open"


def _stance(denied: bool, levels: frozenset[str]) -> str | None:
    if levels <= {"certain", "probable"}:
        return "denied" if denied else "held"
    return None if levels & {"certain", "probable"} else "open"


def main() -> None:
    arguments = reader_options(__doc__).parse_args()
    corpora, reader = arguments.corpora, load_reader(arguments.model)
    words("ECB+", reader, read_ecb(corpora / "6_entity_event_coref/ecbplus", ODD_TOPICS))
    meantime = words("MEANTIME", reader, list(read_meantime(corpora / "10_hedging/meantime_en"))[1::2])
    certain = [(mark, ours) for mark, ours in meantime if len(mark.levels) == 1]
    levels = [
        (str(*mark.levels), str(ours.certainty if ours else Certainty.CERTAIN)) for mark, ours in certain
    ]
    print(f"MEANTIME, levels: {macro_f(levels)}")
    denied = [(mark, ours is not None and ours.denied >= BELIEVED) for mark, ours in certain]
    hits = sum(mark.denied is True and ours for mark, ours in denied)
    print(
        f"MEANTIME, denied: {f_of(hits, sum(o for _, o in denied), sum(m.denied is True for m, _ in denied))}"
    )
    types("RAMS", reader, list(read_rams(corpora / "8_events/rams/dev.jsonlines"))[1::2])
    types("WikiEvents", reader, list(read_wikievents(corpora / "8_events/wikievents/dev.jsonl"))[1::2])
    plover(reader, read_plover(corpora / "8_events/plover/PLOVER_GSR_CAMEO.txt", first=0))
    judged = [pair for passage in read_ewt(corpora, "dev") for pair in laid(reader, passage)[0]]
    print(f"EWT, held, denied or open: {macro_f(list(stances(judged)))}")


if __name__ == "__main__":
    main()
