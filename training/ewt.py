"""English EWT, whose verbs people judged in UDS "It Happened": did it happen, and how sure are you?

The judgements name a sentence of EWT 1.2 by its number. Here the sentences lie in a file a document, so each
document is laid where the judged words of its sentences agree.

Reference: Rudinger, White and Van Durme 2018, Neural models of factuality.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.corpora import LEVELS, MarkedHappening, MarkedWord, Passage
from training.treebanks import read_blocks

FEWEST_AGREEING = 3
"""Judged words that must agree before a document is believed to lie somewhere."""
SHARE_AGREEING = 0.8
SURE, HALF_SURE = 3, 2
"""Confidence of a judge, 0 to 4."""
MAYBE = frozenset(("may", "might", "could"))
ABLE = frozenset(("can",))
AHEAD = frozenset(("will", "shall", "would", "should", "must"))

WORDLESS = frozenset(("ADP", "DET", "PRON", "CCONJ", "SCONJ", "PUNCT", "PART", "NUM", "PROPN", "INTJ", "SYM"))
"""Parts of speech that tell no happening."""

Place = tuple[int, int]
"""Number of a sentence, number of a word in it."""


@dataclass(frozen=True)
class Judgement:
    """What people said of one verb."""

    lemma: str
    happened: bool
    confidence: int


def read_trees(path: Path) -> tuple[str, list[list[MarkedWord]]]:
    """Return the text of one CoNLL-U file, a sentence a line, and the words of each sentence."""
    text, sentences = "", []
    for block in read_blocks(path):
        text += "\n" if text else ""
        sentences.append([word.moved(len(text)) for word in block.words])
        text += block.text
    return text, sentences


def read_judgements(path: Path, part: str) -> dict[Place, list[Judgement]]:
    """Return the judgements of `train` or `dev` that their judges stand by, by sentence and word."""
    found: dict[Place, list[Judgement]] = defaultdict(list)
    lines = path.read_text(encoding="utf-8").splitlines()
    columns = {name: at for at, name in enumerate(lines[0].split("\t"))}
    for line in lines[1:]:
        row = line.split("\t")
        if row[columns["Split"]] == part and row[columns["Happened"]] in ("true", "false"):
            place = (int(row[columns["Sentence.ID"]].split()[-1]), int(row[columns["Pred.Token"]]) - 1)
            happened, sure = row[columns["Happened"]] == "true", int(row[columns["Confidence"]])
            found[place].append(Judgement(row[columns["Pred.Lemma"]].lower(), happened, sure))
    return found


def lay(sentences: Sequence[Sequence[MarkedWord]], judged: Mapping[int, Mapping[int, str]],
        places: Mapping[tuple[int, str], Sequence[int]]) -> int | None:  # fmt: skip
    """Return the number of the corpus sentence that a document begins with, where it is plain.

    `judged` has the lemma of each judged word by sentence, `places` the sentences of each word and lemma.
    """
    votes = Counter(
        number - at
        for at, sentence in enumerate(sentences)
        for position, word in enumerate(sentence)
        for number in places.get((position, word.lemma), ())
    )
    best = votes.most_common(2)
    if not best or best[0][1] < FEWEST_AGREEING:
        return None
    first, agreeing = best[0]
    expected = sum(len(judged.get(first + at, ())) for at in range(len(sentences)))
    alone = len(best) == 1 or best[1][1] < agreeing
    return first if alone and agreeing >= SHARE_AGREEING * expected else None


def read_ewt(corpora: Path, part: str) -> Iterator[Passage]:
    """Yield the documents of EWT with their judged verbs: `train` or `dev`."""
    judgements = read_judgements(corpora / "10_hedging/uds_ih2/train_dev.tsv", part)
    judged: dict[int, dict[int, str]] = defaultdict(dict)
    places: dict[tuple[int, str], list[int]] = defaultdict(list)
    for (sentence, position), each in judgements.items():
        judged[sentence][position] = each[0].lemma
        places[position, each[0].lemma].append(sentence)
    for path in sorted((corpora / "5_ner_syntax/ud/en_ewt").glob("*.conllu")):
        text, sentences = read_trees(path)
        first = lay(sentences, judged, places)
        if first is not None:
            marked = [
                happening_of(sentence, position, judgements[first + at, position])
                for at, sentence in enumerate(sentences)
                for position in sorted(judged.get(first + at, ()))
                if position < len(sentence)
            ]
            words = (word for sentence in sentences for word in sentence if word.tag in WORDLESS)
            empty = tuple((word.start, word.end) for word in words)
            yield Passage(path.stem, text, happenings=tuple(marked), telling=empty)


def happening_of(sentence: Sequence[MarkedWord], at: int, judgements: Sequence[Judgement]) -> MarkedHappening:
    """Return a judged verb, with the levels of certainty that the judgements and its auxiliaries leave."""
    verb = sentence[at]
    below = [word for word in sentence if word.head == at + 1]
    negated = any(word.lemma in ("not", "never", "no", "n't") for word in below)
    helpers = frozenset(word.lemma for word in below if word.relation.startswith("aux"))
    held = sum(each.happened for each in judgements) * 2 > len(judgements)
    sure = max(each.confidence for each in judgements if each.happened == held or len(judgements) > 1)
    levels = _levels(held, negated, sure, helpers)
    denied = True if negated and not held and sure >= HALF_SURE else False if not negated else None
    return MarkedHappening(verb.start, verb.end, levels=levels, denied=denied, is_event=True)


def _levels(held: bool, negated: bool, sure: int, helpers: frozenset[str]) -> frozenset[str]:
    """Return the levels that may hold.

    A verb that did not happen, and is not negated, is left open: it may be possible or unknown, or lie ahead.
    """
    if helpers & MAYBE:
        return frozenset(("possible",))
    if helpers & AHEAD:
        return frozenset(LEVELS)
    if held or negated:
        settled = ("certain",) if sure >= SURE else ("certain", "probable")
        return frozenset((*settled, "possible") if helpers & ABLE and not negated else settled)
    return frozenset(("possible", "unknown"))
