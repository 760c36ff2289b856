"""A style that a desk copied stands in for ours, file by file."""

from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.write.forms.render_html import render_html
from dateline.write.styles import copy_style, style_names
from tests.write.forms.factory import DOCUMENTS, EDITION


def test_each_style_can_be_copied_and_prints_another_page(tmp_path: Path) -> None:
    assert style_names() == ("spotlight", "gazette")
    plain = render_html(EDITION, DOCUMENTS)
    assert render_html(EDITION, DOCUMENTS, style=copy_style(tmp_path, "gazette")) != plain
    (tmp_path / "style").rename(tmp_path / "old")
    folder = copy_style(tmp_path, "spotlight")
    assert render_html(EDITION, DOCUMENTS, style=folder) == plain
    assert sorted(file.name for file in folder.iterdir()) == [
        "evidence.html",
        "spotlight.css",
        "spotlight.html",
        "spotlight.typ",
    ]


def test_a_style_is_never_overwritten(tmp_path: Path) -> None:
    copy_style(tmp_path, "gazette")
    with pytest.raises(InputError, match="is there already"):
        copy_style(tmp_path, "gazette")
    with pytest.raises(InputError, match="known are spotlight, gazette"):
        copy_style(tmp_path / "other", "tabloid")
