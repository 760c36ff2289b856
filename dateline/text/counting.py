"""Counted nouns as people write them."""


def count(number: int, noun: str, plural: str | None = None) -> str:
    """Return the number with its noun in the right form.

    >>> count(1, "story", "stories"), count(2, "capture")
    ('1 story', '2 captures')
    """
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
