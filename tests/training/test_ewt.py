from pathlib import Path

import pytest

from training.corpora import LEVELS, MarkedWord
from training.ewt import Judgement, happening_of, read_ewt

TREES = """# text = The mayor resigned and left.
1\tThe\tthe\tDET\t_\t_\t2\tdet\t_\t_
2\tmayor\tmayor\tNOUN\t_\t_\t3\tnsubj\t_\t_
3\tresigned\tresign\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
4\tand\tand\tCCONJ\t_\t_\t5\tcc\t_\t_
5\tleft\tleave\tVERB\t_\t_\t3\tconj\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_

# text = She can't stay.
1\tShe\tshe\tPRON\t_\t_\t4\tnsubj\t_\t_
2\tca\tcan\tAUX\t_\t_\t4\taux\t_\tSpaceAfter=No
3\tn't\tnot\tPART\t_\t_\t4\tadvmod\t_\t_
4\tstay\tstay\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\t_
"""
COLUMNS = "Split\tSentence.ID\tPred.Token\tPred.Lemma\tHappened\tConfidence"


def test_documents_are_laid_where_their_judged_words_agree(tmp_path: Path) -> None:
    folder = tmp_path / "5_ner_syntax/ud/en_ewt"
    folder.mkdir(parents=True)
    (folder / "a.conllu").write_text(TREES, encoding="utf-8")
    rows = [
        "train\ten-ud-train.conllu 70\t3\tresign\ttrue\t4",
        "train\ten-ud-train.conllu 70\t5\tleave\ttrue\t4",
        "train\ten-ud-train.conllu 71\t4\tstay\tfalse\t4",
        "train\ten-ud-train.conllu 90\t4\tstay\tfalse\t4",
        "dev\ten-ud-dev.conllu 70\t3\tresign\tna\tna",
    ]
    judged = tmp_path / "10_hedging/uds_ih2/train_dev.tsv"
    judged.parent.mkdir(parents=True)
    judged.write_text("\n".join([COLUMNS, *rows]), encoding="utf-8")
    (passage,) = read_ewt(tmp_path, "train")
    assert passage.text == "The mayor resigned and left.\nShe can't stay."
    assert [passage.text[each.start : each.end] for each in passage.happenings] == [
        "resigned",
        "left",
        "stay",
    ]
    assert [each.denied for each in passage.happenings] == [False, False, True]
    assert list(read_ewt(tmp_path, "dev")) == []


def _sentence(*lemmas: str) -> list[MarkedWord]:
    """Return helpers, and the verb that they are of, last."""
    verb = len(lemmas)
    helpers = [MarkedWord(0, 1, lemma, "AUX", verb, "aux") for lemma in lemmas[:-1]]
    return [*helpers, MarkedWord(0, 1, lemmas[-1], "VERB", 0, "root")]


@pytest.mark.parametrize(
    ("lemmas", "happened", "confidence", "levels", "denied"),
    [
        (("have", "go"), True, 4, {"certain"}, False),
        (("have", "go"), True, 1, {"certain", "probable"}, False),
        (("may", "go"), False, 4, {"possible"}, False),
        (("can", "go"), True, 4, {"certain", "possible"}, False),
        (("to", "go"), False, 4, {"possible", "unknown"}, False),
        (("will", "go"), False, 4, set(LEVELS), False),
        (("not", "go"), False, 4, {"certain"}, True),
        (("not", "go"), False, 1, {"certain", "probable"}, None),
    ],
)
def test_judgements_and_auxiliaries_leave_levels(
    lemmas: tuple[str, ...], happened: bool, confidence: int, levels: set[str], denied: bool | None
) -> None:
    judgement = Judgement("go", happened, confidence)
    found = happening_of(_sentence(*lemmas), len(lemmas) - 1, [judgement])
    assert (found.levels, found.denied) == (levels, denied)
