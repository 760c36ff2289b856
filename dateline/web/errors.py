"""What goes wrong in a request, and the status that says so."""

from dateline.errors import DatelineError, InputError, NotFound


class NotLoggedIn(DatelineError):
    """A login is wanted."""


class Forbidden(DatelineError):
    """The person's role does not include this, or the form came from elsewhere."""


class TooManyTries(DatelineError):
    """A login was tried too often."""


_STATUSES: tuple[tuple[type[DatelineError], int], ...] = (
    (NotLoggedIn, 401),
    (Forbidden, 403),
    (NotFound, 404),
    (TooManyTries, 429),
    (InputError, 400),
)


def status_of(error: DatelineError) -> int:
    """Return the HTTP status for an error; what nobody asked wrongly is a conflict with what is kept."""
    return next((status for kind, status in _STATUSES if isinstance(error, kind)), 409)
