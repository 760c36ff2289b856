"""By which rules the ledger is derived: a hash of their code and words, so that new rules derive it anew."""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable

DERIVING = ("assess", "knowledge", "languages", "link", "model", "outlets", "pipeline", "resolve", "text")
KINDS = (".py", ".toml", ".txt")


@cache
def rules_in_force() -> str:
    """Return a hash of all files that derive what is known across documents, the same on any machine."""
    package, hashed = resources.files("dateline"), sha256()
    for part in DERIVING:
        for path, file in _files(package / part, part):
            hashed.update(f"{path}\n".encode())
            hashed.update(file.read_bytes())
    return hashed.hexdigest()


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    """Give the files below a folder with their paths, in the order of their names."""
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.is_dir():
            yield from _files(entry, f"{path}/{entry.name}")
        elif entry.name.endswith(KINDS):
            yield f"{path}/{entry.name}", entry
