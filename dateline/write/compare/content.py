"""What a sentence tells, as the stems of its telling words; and the sentences of a text."""

import re
from functools import lru_cache

from dateline.write.compare.deeds import stem
from dateline.write.compare.folding import words_of
from dateline.write.compare.lexicon import lexicon
from dateline.write.compare.roles import grammar

SENTENCE = re.compile(r"[^.!?؟\n]+(?:[.!?؟]+(?!\s|$)[^.!?؟\n]*)*[.!?؟\n]*")
CUES = frozenset({"according"})
SHORT = 2  # letters: words no longer than that say nothing of what is told


@lru_cache(maxsize=500)
def sentences_of(source: str) -> tuple[str, ...]:
    """Return the sentences of a text."""
    return tuple(match.group() for match in SENTENCE.finditer(source))


@lru_cache(maxsize=5000)
def content_of(sentence: str) -> frozenset[str]:
    """Return the stems of the words that say what a sentence tells."""
    table = grammar()
    plain = (
        table.prepositions | table.articles | table.auxiliaries | table.passive | table.fillers | table.stops
    )
    return frozenset(
        stem(word.folded)
        for word in words_of(sentence)
        if (len(word.folded) > SHORT or word.folded[:1].isdigit())
        and word.folded not in plain
        and word.folded not in lexicon().speech | CUES
    )
