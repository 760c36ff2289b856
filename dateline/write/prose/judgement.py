"""Analysts' judgements: signed, in measured words. Reference: ICD 203, Analytic Standards, D.6.e.(2)."""

import re
from collections.abc import Iterable

from dateline.languages import language_table
from dateline.model.editions import Sentence
from dateline.text.fold import fold

MONTH = re.compile(r"\bMay(?= \d)|(?<=[\w,] )May\b")


def judgement_faults(sentence: Sentence, language: str) -> list[str]:
    """List what keeps a judgement out of print: no author, no measured word, or an unmeasured one.

    Likelihood and confidence in one sentence are refused too: readers take one for the other.
    """
    table = language_table(language.split("-", maxsplit=1)[0], "judgement")
    table = table or language_table("en", "judgement")
    likelihood = _found(sentence.text, table["likelihood"])
    confidence = _found(sentence.text, table["confidence"])
    faults = [] if sentence.author else ["a judgement without the name of its author"]
    if not likelihood and not confidence:
        faults.append(f"a judgement says how likely, in one of: {', '.join(table['likelihood'])}")
    if likelihood and confidence:
        faults.append(
            f"“{likelihood[0]}” and “{confidence[0]}” in one sentence: say likelihood and confidence apart"
        )
    rest = re.sub(
        _pattern((*table["likelihood"], *table["confidence"])), " ", fold(MONTH.sub("", sentence.text))
    )
    return faults + [
        f"“{word}” measures nothing: use one of {', '.join(table['likelihood'])}"
        for word in _found(rest, table["unmeasured"])
    ]


def _found(text: str, words: Iterable[str]) -> list[str]:
    return [word for word in words if re.search(_pattern([word]), fold(text))]


def _pattern(words: Iterable[str]) -> str:
    """Match whole words, the longest first."""
    ordered = sorted((fold(word) for word in words), key=len, reverse=True)
    return rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in ordered)})(?!\w)"
