"""Corpora that mark happenings: words that tell them, their types, how certain they are, whether denied.

Where a corpus has a part that benchmarks report, only the other part is read here.
"""

import csv
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby
from pathlib import Path
from xml.etree import ElementTree

from training.corpora import KINDS, NO_KIND, MarkedHappening, Passage, Range
from training.event_kinds import CAMEO_CLASSES, kairos_kinds, plover_kinds

MEANTIME_LEVELS = {
    "CERTAIN": "certain", "PROBABLE": "probable", "POSSIBLE": "possible", "UNDERSPECIFIED": "unknown",
}  # fmt: skip
TEXTS_TOGETHER = 10
"""Unrelated texts that stand in one passage, so that windows are not all short."""
SMALL = re.compile(
    r"\b(?:the|an?|of|to|in|on|at|by|for|from|with|and|or|but|that|which|who|whom|this|these|those|it|its|he|she|they"
    r"|his|her|their|him|them|we|our|you|i|is|are|was|were|be|been|being|has|have|had|will|would|can|could|may|might"
    r"|must|shall|should|not|as|than|if|when|while|there|into|over|under|after|before|about|against|between|up"
    r"|out|also|more|most|some|all|no|so|such)\b|[^\w\s]+|\b\w*\d\w*\b|(?<=[\w,;] )[A-Z]\w*"
)
"""Words that tell no happening: small ones, figures, names inside a sentence."""
SOME_KIND = frozenset(KINDS) - {NO_KIND}


def joined(words: Sequence[str], breaks: frozenset[int] = frozenset()) -> tuple[str, list[Range]]:
    """Return words joined by spaces, by a line end before those in `breaks`, and where each stands."""
    text, spans = "", []
    for at, word in enumerate(words):
        text += "\n" if at in breaks else " " if text else ""
        spans.append((len(text), len(text) + len(word)))
        text += word
    return text, spans


def read_meantime(folder: Path) -> Iterator[Passage]:
    """Read the English part of MEANTIME: happenings with certainty and polarity, a sentence a line.

    Only the first sentences of each text were marked: what comes after the last mark says nothing.
    """
    for path in sorted(folder.glob("*/*.conll")):
        blocks = [
            [line.split("\t") for line in block.splitlines()]
            for block in path.read_text(encoding="utf-8").split("\n\n")
        ]
        yield _read_meantime_text(path.stem, [block for block in blocks if block])


def _read_meantime_text(name: str, blocks: Sequence[Sequence[Sequence[str]]]) -> Passage:
    ends = [0, *accumulate(map(len, blocks))]
    rows = [row for block in blocks for row in block]
    text, spans = joined([row[1] for row in rows], frozenset(ends[1:-1]))
    happenings = []
    for row, (start, end) in zip(rows, spans, strict=True):
        level, polarity = (re.sub(r"^B-|-\d+$", "", mark) for mark in row[3:5])
        if row[2].startswith("B-") and level in MEANTIME_LEVELS:
            levels = frozenset((MEANTIME_LEVELS[level],))
            denied = {"POS": False, "NEG": True}.get(polarity)
            happenings.append(MarkedHappening(start, end, levels=levels, denied=denied, is_event=True))
    inside = [MarkedHappening(*span, is_event=True)
              for row, span in zip(rows, spans, strict=True) if row[2].startswith("I-")]  # fmt: skip
    last = max((at for at, row in enumerate(rows) if row[2] != "_"), default=-1)
    marked = next((end for end in ends if end > last), 0)
    telling = ((0, spans[marked - 1][1]),) if marked else ()
    return Passage(name, text, happenings=(*happenings, *inside), telling=telling)


def read_commitments(path: Path) -> Iterator[Passage]:
    """Read CommitmentBank: how far the writer of a passage is committed to what one clause in it says."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            text = f"{row['Context']} {row['Target']}".strip()
            start = _clause(row["Target"], row["Prompt"])
            levels, denied = commitment(float(row["Mean"]))
            if start is not None:
                offset = len(text) - len(row["Target"].rstrip())
                marked = MarkedHappening(offset + start[0], offset + start[1], levels=levels, denied=denied)
                yield Passage(row["uID"], text, happenings=(marked,))


def _clause(target: str, prompt: str) -> Range | None:
    """Return where a sentence has the longest end of a prompt, whose first words were made plain."""
    words = prompt.split()
    for first in range(len(words)):
        end = " ".join(words[first:])
        at = target.find(end)
        if at >= 0:
            return at, at + len(end)
    return None


def commitment(mean: float) -> tuple[frozenset[str], bool | None]:
    """Return levels and denial of a mean judgement, from -3 (surely false) to 3 (surely true)."""
    if mean >= 2:
        return frozenset(("certain",)), False
    if mean >= 1:
        return frozenset(("certain", "probable")), False
    if mean >= 0.5:
        return frozenset(("probable", "possible")), False
    if mean > -0.5:
        return frozenset(("possible", "unknown")), None
    if mean > -1.5:
        return frozenset(("doubtful", "unknown")), None
    return frozenset(("doubtful", "certain")), True


def read_ecb(folder: Path, topics: Sequence[int]) -> Iterator[Passage]:
    """Read topics of ECB+: sentences with a mark tell what is marked and no more; others say nothing."""
    for topic in topics:
        for path in sorted((folder / str(topic)).glob("*.xml")):
            yield _read_ecb_text(path)


def _read_ecb_text(path: Path) -> Passage:
    root = ElementTree.parse(path).getroot()
    tokens = list(root.iter("token"))
    sentences = [token.get("sentence") for token in tokens]
    breaks = frozenset(at for at in range(1, len(tokens)) if sentences[at] != sentences[at - 1])
    text, spans = joined([token.text or "" for token in tokens], breaks)
    number = {token.get("t_id"): at for at, token in enumerate(tokens)}
    happenings, told = [], set()
    for mark in root.find("Markables") or ():
        anchored = sorted(number[anchor.get("t_id")] for anchor in mark.iter("token_anchor"))
        if anchored and "ACTION" in mark.tag:
            told.add(sentences[anchored[0]])
            denied = mark.tag.startswith("NEG")
            happenings += [MarkedHappening(*spans[at], denied=denied, is_event=True) for at in anchored]
    by_sentence = groupby(range(len(tokens)), key=lambda at: sentences[at])
    whole = [(name, list(places)) for name, places in by_sentence]
    telling = [(spans[places[0]][0], spans[places[-1]][1]) for name, places in whole if name in told]
    return Passage(path.stem, text, happenings=tuple(happenings), telling=tuple(telling))


def read_rams(path: Path) -> Iterator[Passage]:
    """Read RAMS: one typed trigger a text."""
    for record in _records(path):
        breaks, words = set(), []
        for sentence in record["sentences"]:
            breaks.add(len(words))
            words += sentence
        text, spans = joined(words, frozenset(breaks - {0}))
        ((first, last, ((kind, _),)),) = record["evt_triggers"]
        marked = MarkedHappening(spans[first][0], spans[last][1], kairos_kinds(kind), is_event=True)
        yield Passage(record["doc_key"], text, happenings=(marked,))


def read_wikievents(path: Path) -> Iterator[Passage]:
    """Read WikiEvents: all triggers of its types; what is not marked is none of them, or another."""
    for record in _records(path):
        text, spans = joined(record["tokens"])
        happenings = []
        for event in record["event_mentions"]:
            first, last = event["trigger"]["start"], event["trigger"]["end"] - 1
            kinds = kairos_kinds(event["event_type"])
            happenings.append(MarkedHappening(spans[first][0], spans[last][1], kinds, is_event=True))
        yield Passage(record["doc_id"], text, happenings=tuple(happenings), typing=((0, len(text)),))


def read_plover(path: Path, *, first: int = 1) -> Iterator[Passage]:
    """Read every second gold sentence of PLOVER: a type, and often the words that tell it."""
    records = [
        record for record in json.loads(path.read_text(encoding="utf-8")) if record["event"] != "DOCUMENT"
    ]
    for record in records[first::2]:
        text, kinds = record["text"].strip(), plover_kinds(record["event"])
        told = re.findall(r"\(EVT: ([^)]*)\)", str(record.get("textInfo")))
        span = (text.find(told[0]), text.find(told[0]) + len(told[0])) if told else (0, len(text))
        if span[0] >= 0 and kinds <= SOME_KIND:
            is_event = True if told else None
            yield Passage(record["id"], text, happenings=(MarkedHappening(*span, kinds, is_event=is_event),))


def read_cameo(path: Path) -> Iterator[Passage]:
    """Read the sentences of CAMEO's classes, part `choose`: a word in each tells a type of its class."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if "\t" in line]
    for at, line in enumerate(lines[1::2]):
        text, label = line.rsplit("\t", 1)
        if label in CAMEO_CLASSES:
            kinds = frozenset(CAMEO_CLASSES[label].split())
            yield Passage(f"cameo-{at}", text, happenings=(MarkedHappening(0, len(text), kinds),))


def with_small_words(passage: Passage) -> Passage:
    """Return a passage that marks a few happenings alone, with its small words as telling none."""
    marked = [(each.start, each.end) for each in passage.happenings if each.is_event]
    found = (match.span() for match in SMALL.finditer(passage.text))
    apart = (span for span in found if not any(a < span[1] and span[0] < b for a, b in marked))
    return replace(passage, telling=tuple(apart))


def together(passages: Sequence[Passage], count: int = TEXTS_TOGETHER) -> Iterator[Passage]:
    """Yield short passages put together, a line each."""
    for first in range(0, len(passages), count):
        text, happenings, telling = "", [], []
        for passage in passages[first : first + count]:
            text += "\n" if text else ""
            happenings += [_moved(each, len(text)) for each in passage.happenings]
            telling += [(start + len(text), end + len(text)) for start, end in passage.telling]
            text += passage.text
        yield Passage(passages[first].name, text, happenings=tuple(happenings), telling=tuple(telling))


def _moved(happening: MarkedHappening, by: int) -> MarkedHappening:
    fields = (happening.kinds, happening.levels, happening.denied, happening.is_event)
    return MarkedHappening(happening.start + by, happening.end + by, *fields)


def _records(path: Path) -> Iterator[dict]:
    yield from (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
