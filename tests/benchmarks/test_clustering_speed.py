"""A made-up stream can be stopped and gone on with."""

from itertools import islice
from pathlib import Path

import pytest

from benchmarks.clustering_speed import Run, documents
from dateline.link import StoryStream


def test_a_stream_that_was_kept_goes_on_as_if_it_had_never_stopped(tmp_path: Path) -> None:
    whole, stopped = Run(StoryStream()), Run(StoryStream())
    for document in documents(30, a_day=10, seed=7):
        whole.add(document)
    for document in islice(documents(30, a_day=10, seed=7), 12):
        stopped.add(document)
    stopped.save(tmp_path / "state", a_day=10, seed=7)
    gone_on = Run.load(tmp_path / "state", a_day=10, seed=7)
    for document in islice(documents(30, a_day=10, seed=7), gone_on.documents, None):
        gone_on.add(document)
    assert (gone_on.documents, gone_on.stories) == (whole.documents, whole.stories)
    assert gone_on.stream.finish() == whole.stream.finish()


def test_a_stream_of_other_documents_is_refused(tmp_path: Path) -> None:
    Run(StoryStream()).save(tmp_path / "state", a_day=10, seed=7)
    with pytest.raises(SystemExit, match="--seed 8"):
        Run.load(tmp_path / "state", a_day=10, seed=8)
