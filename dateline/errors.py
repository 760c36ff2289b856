"""Every error that Dateline raises on purpose.

A message says where, what was expected, what was found, and what to do.
"""


class DatelineError(Exception):
    """Root of the tree: the command line prints its message without a traceback."""


class DeskError(DatelineError):
    """A desk folder or its settings cannot be used."""


class InputError(DatelineError):
    """A file or line handed over by the user cannot be used."""


class FetchError(DatelineError):
    """An address could not be fetched, or must not be."""


class UnresolvedHost(FetchError):
    """The name of a host leads to no address."""


class ForbiddenAddress(FetchError):
    """An address is private, loopback or otherwise refused by the desk's rules."""


class Unreadable(DatelineError):
    """Bytes are kept but no document can be read from them."""


class ArchiveError(DatelineError):
    """Archived bytes are missing, truncated or altered."""


class LedgerError(DatelineError):
    """The ledger cannot be opened, or holds something it should not."""


class NotFound(LedgerError):
    """No record has the id that was asked for."""


class EditionError(DatelineError):
    """An edition cannot be written, read or issued."""


class ModelError(DatelineError):
    """A packaged model is missing or does not fit the code."""
