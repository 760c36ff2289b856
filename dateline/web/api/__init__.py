"""The same calls as JSON; each file has a `router`."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a request was not answered."""

    error: str


PROBLEMS: dict[int | str, dict[str, Any]] = {
    400: {"model": Problem, "description": "What was asked makes no sense; the words say why"},
    401: {"model": Problem, "description": "A login or a token is wanted"},
    403: {"model": Problem, "description": "The role does not include this, or the CSRF token is missing"},
    404: {"model": Problem, "description": "Nothing has this id"},
    409: {"model": Problem, "description": "The desk is not in a state in which this can be done"},
    422: {"model": Problem, "description": "A parameter is not of its kind"},
}
