"""People named in scripts without capitals: Arabic (ANERcorp) and Persian (PEYMA), whole spans.

Run: `python -m benchmarks.people_uncased CORPORA`. The first sentences of each corpus (`SEEN`) were looked at
while the rules were written; the others are reported. PEYMA is only measured, never trained on.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.extract.names.finding import find_names
from dateline.model.annotations import MentionType
from dateline.model.spans import Span
from dateline.text.sentences import split_sentences

SEEN = 700  # sentences at the head of each corpus


@dataclass(frozen=True)
class Corpus:
    """Where a corpus lies, what parts a word from its tag there, and the tag of a person."""

    name: str
    lang: str
    path: str
    mark: str
    person: str


CORPORA = (
    Corpus("ANERcorp", "ar", "5_ner_syntax/anercorp/train.txt", " ", "PERS"),
    Corpus("PEYMA", "fa", "5_ner_syntax/peyma/dev.txt", "|", "PER"),
)


def sentences(corpus: Corpus, folder: Path) -> Iterator[tuple[str, set[Span]]]:
    """Yield the text of each sentence with the spans of its people."""
    for block in (folder / corpus.path).read_text(encoding="utf-8").split("\n\n"):
        text, people, inside = "", [], False
        for line in block.splitlines():
            word, _, tag = line.rpartition(corpus.mark)
            start, text = len(text), f"{text}{word.strip()} "
            person = tag.strip().endswith(corpus.person)
            if person and inside and tag.startswith("I"):
                people[-1] = Span(people[-1].start, len(text) - 1)
            elif person:
                people.append(Span(start, len(text) - 1))
            inside = person
        if text:
            yield text, set(people)


def score(corpus: Corpus, folder: Path) -> str:
    """Return precision, recall and F of whole spans behind the sentences that were seen."""
    right = found_all = gold_all = 0
    for text, gold in list(sentences(corpus, folder))[SEEN:]:
        names = find_names(text, corpus.lang, split_sentences(text, corpus.lang))
        found = {name.span for name in names if name.type is MentionType.PERSON}
        right, found_all, gold_all = right + len(found & gold), found_all + len(found), gold_all + len(gold)
    precision, recall = right / max(found_all, 1), right / max(gold_all, 1)
    f_score = 2 * right / max(found_all + gold_all, 1)
    return f"{corpus.name}: P {precision:.3f} R {recall:.3f} F {f_score:.3f} ({gold_all} people)"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    options = parser.parse_args()
    for corpus in CORPORA:
        print(score(corpus, options.corpora))


if __name__ == "__main__":
    main()
