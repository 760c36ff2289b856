"""Whether a text lost its commas on its way to us: then it has none at all."""

LONG = 400  # code points: a shorter text may do without


def has_no_commas(text: str) -> bool:
    """Say whether a text has no comma at all, though it is long enough to want some."""
    return len(text) >= LONG and "," not in text
