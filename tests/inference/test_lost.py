"""Marks that texts lost, told by the packaged head."""

from pathlib import Path

import numpy as np
import pytest

from dateline.errors import ModelError
from dateline.inference.lost import load_lost_head
from dateline.inference.reader import load_reader
from dateline.model.annotations import Mark
from dateline.text.sentences import split_sentences
from training.spoiling import spoil

TOLD = (
    "At least nine people, including two children, were killed when shells hit a market in Balad, a monitor "
    "said. The town, which lies north of Baghdad, has been held by the army since May. The army’s spokesman, "
    "Colonel Laith Safwani, said the shells were fired from the hills, adding that troops were sent there. "
    "“We will find them,” he told reporters. In Tikrit, a bomb wounded three people, police said. "
    "The governor of the province, who was in Mosul, said he would visit the town on Friday."
)


def test_most_of_what_news_lost_is_found() -> None:
    spoilt, losses = spoil(TOLD, "seed")
    found = load_reader(threads=1).read(spoilt, split_sentences(spoilt, "en")).lost
    commas = {mark.at for mark in found if mark.mark is Mark.COMMA and mark.likely >= 0.5}
    right = {loss.at + 1 for loss in losses if loss.column == 0 and loss.answer == 1}
    assert len(commas & right) >= 0.6 * len(right)
    assert len(commas - right) <= 1
    owned = [spoilt[: mark.at].rsplit(" ", 1)[1] for mark in found if mark.mark is Mark.OWNER]
    assert "armys" in owned


def test_a_text_that_has_its_commas_wants_none() -> None:
    assert not load_reader(threads=1).read(TOLD, split_sentences(TOLD, "en")).lost


def test_weights_for_another_reader_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "lost.npz"
    np.savez(path, reader=np.array("another"))
    with pytest.raises(ModelError, match="not for this"):
        load_lost_head("this", path)
