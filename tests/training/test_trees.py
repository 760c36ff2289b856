from pathlib import Path

import numpy as np
import pytest

from dateline.model.syntax import Relation
from training.corpora import MarkedWord
from training.treebanks import read_treebank
from training.trees import lay_words

SENTENCES = """# newpar
# text = Mr. Vidal didn't sign.
1\tMr.\tMr.\tPROPN\t_\t_\t5\tnsubj\t_\t_
2\tVidal\tVidal\tPROPN\t_\t_\t1\tflat\t_\t_
3-4\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
3\tdid\tdo\tAUX\t_\t_\t5\taux\t_\t_
4\tn't\tnot\tPART\t_\t_\t5\tadvmod\t_\t_
5\tsign\tsign\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t_\t_\t5\tpunct\t_\t_

# text = Two were hit.
1\tTwo\ttwo\tNUM\t_\t_\t3\tnsubj:pass\t_\t_
2\twere\tbe\tAUX\t_\t_\t3\taux:pass\t_\t_
3\thit\thit\tVERB\tVBN\tVoice=Pass\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_
"""


def test_a_paragraph_of_a_treebank_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.conllu"
    path.write_text(SENTENCES + "\n" + SENTENCES, encoding="utf-8")
    (passage,) = read_treebank([path])
    line = "Mr. Vidal didn't sign. Two were hit."
    assert passage.text == f"{line}\n{line}"
    hits = [word for words in passage.sentences for word in words if word.passive]
    assert [passage.text[word.start : word.end] for word in hits] == ["hit", "hit"]


def test_words_are_laid_on_our_units(tmp_path: Path) -> None:
    path = tmp_path / "a.conllu"
    path.write_text(SENTENCES, encoding="utf-8")
    (passage,) = read_treebank([path])
    units = ["Mr", ".", "Vidal", "didn", "'t", "sign", "."]
    starts = np.array([0, 2, 4, 10, 14, 17, 21])
    ends = starts + [len(unit) for unit in units]
    laid = [
        (units[at], units[head], relation)
        for at, head, _, relation in lay_words(starts, ends, passage.sentences[0])
    ]
    assert laid == [
        ("Mr", "sign", Relation.SUBJECT),
        (".", "Mr", Relation.SAME_WORD),
        ("Vidal", "Mr", Relation.FLAT),
        ("didn", "sign", Relation.AUXILIARY),
        ("'t", "sign", Relation.ADVERB),
        ("sign", "sign", Relation.ROOT),
        (".", "sign", Relation.PUNCTUATION),
    ]


@pytest.mark.parametrize(("head", "kept"), [(2, "sign"), (0, "can")])
def test_of_two_words_in_one_unit_the_higher_one_counts(head: int, kept: str) -> None:
    words = [
        MarkedWord(0, 3, "can", "AUX", head, "aux" if head else "root"),
        MarkedWord(3, 6, "not", "VERB", 0 if head else 1, "root"),
    ]
    ((_, _, tag, _),) = lay_words(np.array([0]), np.array([6]), words)
    assert tag == ("AUX" if kept == "can" else "VERB")
