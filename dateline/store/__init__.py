"""The ledger: SQL, and nothing else has it. `Ledger.open(address)` is the door."""

from dateline.store.browse import Arrival
from dateline.store.captures import LatestCapture
from dateline.store.desk_book import DeskBook
from dateline.store.find import Found
from dateline.store.ledger import Ledger
from dateline.store.narrowing import DocumentQuery
from dateline.store.status import OutletStatus
from dateline.store.words import Phrase, WordQuery

__all__ = [
    "Arrival",
    "DeskBook",
    "DocumentQuery",
    "Found",
    "LatestCapture",
    "Ledger",
    "OutletStatus",
    "Phrase",
    "WordQuery",
]
