"""Which sentences of an overview a correction of the body reaches."""

import pytest

from dateline.model.editions import Citation, Sentence, SentenceKind
from dateline.pipeline.editions.correcting import prints_again

WRONG = (
    "Shells hit a checkpoint near Darband on May 2, killing two soldiers and wounding five, an officer said"
)
OTHER = "the governor closed the bridge to lorries"


def citation(document: str, outlet: str) -> Citation:
    return Citation(f"c-{document}", document, ((0, 90),), "…", outlet, "2021-05-03", f"({outlet}, May 3)")


FIRST, SECOND = citation("d-1", "Karun"), citation("d-2", "Tigris Daily")


def sentence(text: str, *citations: Citation) -> Sentence:
    return Sentence(text, SentenceKind.REPORTED, citations)


@pytest.mark.parametrize(
    ("printed", "again"),
    [
        (sentence(f"{WRONG} (Karun, May 3).", FIRST), True),
        (sentence(f"{WRONG} (Karun, May 3), and {OTHER} (Tigris Daily, May 3).", FIRST, SECOND), True),
        (
            sentence(
                "Reports differ on how many were killed: 2 (Karun, May 3) and 4 (Tigris Daily, May 3).",
                FIRST,
                SECOND,
            ),
            False,
        ),
        (sentence(f"{WRONG} (Tigris Daily, May 3).", SECOND), False),
    ],
)
def test_what_prints_the_same_of_the_same_passage_is_corrected_too(printed: Sentence, again: bool) -> None:
    assert prints_again(printed, sentence(f"{WRONG} (Karun, May 3).", FIRST)) is again
