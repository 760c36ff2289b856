"""The packaged weights that read attack templates; `training.events` makes the files."""

from pathlib import Path

from dateline.text.weights import Weights, read_weights

FOLDER = Path(__file__).parent / "weights"


def load_weights(name: str) -> Weights:
    """Read packaged weights by their name.

    Raises ModelError when they are missing or of another shape.
    """
    return read_weights(FOLDER / f"{name}.npz")
