"""What those who print names in many ways are called: a stage that needs it is handed the function."""

from collections.abc import Callable

Called = Callable[[str, str], str]  # the id of a document, and a name as printed there


def as_printed(document: str, name: str) -> str:
    """Return a name as it is: for where nobody knows who is who."""
    return name
