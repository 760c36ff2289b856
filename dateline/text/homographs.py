"""Words of running text that are towns too, and mostly are not meant so (ليل: night, Lille).

Made by `python -m training.gazetteer.homographs`.
"""

from functools import cache
from pathlib import Path

FOLDER = "word_lists"


def packaged_folder() -> Path:
    """Return the folder of this package."""
    return Path(__file__).parent


@cache
def homographs(lang: str) -> frozenset[str]:
    """Return the folded words of a language; empty for one without a list."""
    path = packaged_folder() / FOLDER / f"{lang}.txt"
    return frozenset(path.read_text(encoding="utf-8").split()) if path.is_file() else frozenset()
