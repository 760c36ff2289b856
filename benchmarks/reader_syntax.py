"""How well the reader's trees are, on texts whose syntax taught it nothing.

Run: `python -m benchmarks.reader_syntax [--model FOLDER] [--corpora FOLDER]`.

- EWT: the documents of English EWT's `dev` (reviews, letters, blogs); GUM: each fifth of its news and
  interviews that are at hand.
- Of all words of ours, punctuation too: UAS is the share with the right head, LAS with the right head and
  relation (subtypes too), UPOS with the right part of speech; `content` is LAS of words that are neither
  punctuation nor function words (as CLAS counts). A word of several of ours is held together by `goeswith`,
  which must be found; a word that has no start of its own in ours is not counted.
- Each relation: F of head and relation together.
- Sentences are those of the treebank; in brackets, LAS with the sentences that we find ourselves.

Reference: Zeman et al. 2018, CoNLL 2018 shared task (UAS, LAS, CLAS).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from benchmarks.reader_options import reader_options
from dateline.inference.reader import OnnxReader, load_reader
from dateline.model.spans import Span
from dateline.model.syntax import PartOfSpeech, Relation, SyntaxTree
from dateline.text.sentences import split_sentences
from training.corpora import Passage
from training.splits import syntax_report
from training.trees import lay_words

FUNCTION = frozenset(
    ("aux", "aux:pass", "case", "cc", "clf", "cop", "det", "mark", "punct", "cc:preconj", "det:predet")
)
"""Relations of words that are no content words."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of one word: start of it and of its head, tag, relation."""

    start: int
    head: int
    tag: PartOfSpeech
    relation: Relation


@dataclass(slots=True)
class Tally:
    """Counts of one treebank."""

    words: int = 0
    heads: int = 0
    both: int = 0
    tags: int = 0
    content: int = 0
    content_both: int = 0
    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def add(self, gold: Told, ours: Told) -> None:
        """Count one word."""
        head, same = ours.head == gold.head, ours.relation == gold.relation
        self.words, self.heads, self.both = self.words + 1, self.heads + head, self.both + (head and same)
        self.tags += ours.tag == gold.tag
        if gold.relation not in FUNCTION:
            self.content, self.content_both = self.content + 1, self.content_both + (head and same)
        self.gold[gold.relation] += 1
        self.found[ours.relation] += 1
        self.right[gold.relation] += head and same

    def f_of(self, relation: str) -> float:
        """Return F of one relation."""
        return 2 * self.right[relation] / max(self.gold[relation] + self.found[relation], 1)


def trees_as_told(trees: Sequence[SyntaxTree]) -> dict[int, Told]:
    """Return what trees say, by the start of each word."""
    return {
        word.span.start: Told(word.span.start, tree.words[word.head].span.start, word.tag, word.relation)
        for tree in trees
        for word in tree.words
    }


def gold_as_told(passage: Passage, trees: Sequence[SyntaxTree]) -> Iterator[Told]:
    """Yield what a treebank says of our words."""
    starts, ends = (
        np.array([edge(word.span) for tree in trees for word in tree.words])
        for edge in (lambda span: span.start, lambda span: span.end)
    )
    for words in passage.sentences:
        for at, head, tag, relation in lay_words(starts, ends, words):
            yield Told(int(starts[at]), int(starts[head]), PartOfSpeech(tag.removesuffix(":pass")), relation)


def score(reader: OnnxReader, passages: Sequence[Passage], *, own: bool) -> Tally:
    """Compare our trees with those of a treebank, over its sentences or over our own."""
    tally = Tally()
    for passage in passages:
        given = tuple(Span(words[0].start, max(word.end for word in words)) for words in passage.sentences)
        sentences = split_sentences(passage.text, "en") if own else given
        trees = reader.read(passage.text, sentences).syntax
        ours = trees_as_told(trees)
        for gold in gold_as_told(passage, trees):
            tally.add(gold, ours[gold.start])
    return tally


def report(name: str, tally: Tally, own: Tally) -> None:
    """Print the scores of one treebank."""
    words = tally.words
    print(
        f"{name}: UAS {tally.heads / words:.3f} LAS {tally.both / words:.3f} [{own.both / own.words:.3f}] "
        f"content {tally.content_both / tally.content:.3f} UPOS {tally.tags / words:.3f} of {words} words"
    )
    each = (
        f"{relation} {tally.f_of(relation):.2f}"
        for relation, count in tally.gold.most_common()
        if count >= 15
    )
    print("  " + ", ".join(each), flush=True)


def main() -> None:
    arguments = reader_options(__doc__).parse_args()
    reader = load_reader(arguments.model)
    for name, passages in syntax_report(arguments.corpora).items():
        report(name, score(reader, passages, own=False), score(reader, passages, own=True))


if __name__ == "__main__":
    main()
