import time

import pytest

from tests.extract.factory import annotate

SECONDS = 20.0  # 40,000 characters take one or two; quadratic reading takes minutes


@pytest.mark.parametrize(
    "piece",
    [
        "said ",
        "Ali said that ",
        "(",
        "Ministry of ",
        "who said, ",
        "(Fars, March 18). ",
        "قال ",
        "گفت که ",
        "Ali ",
    ],
)
def test_endless_sentences_take_linear_time(piece: str) -> None:
    started = time.process_time()
    annotate(piece * (40_000 // len(piece)))
    assert time.process_time() - started < SECONDS
