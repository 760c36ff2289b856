"""The state of a stream as bytes and back, exactly: whole numbers, weights and texts in the order written."""

import json
import zlib
from array import array
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
FAST = 1  # level of compression: what is kept is read more often than it is moved
HEADER = 3  # sizes in bytes of whole numbers, weights and texts
NONE = -1


class Writer:
    """Writes values one after another; each text is kept once."""

    def __init__(self) -> None:
        self._numbers = array("q")
        self._weights = array("d")
        self._texts: dict[str, int] = {}

    def number(self, value: int) -> None:
        """Write a whole number."""
        self._numbers.append(value)

    def numbers(self, values: Iterable[int]) -> None:
        """Write a list of whole numbers."""
        listed = array("q", values)
        self._numbers.append(len(listed))
        self._numbers.extend(listed)

    def weight(self, value: float) -> None:
        """Write a weight."""
        self._weights.append(value)

    def moment(self, value: datetime) -> None:
        """Write an instant."""
        self._numbers.append((value - EPOCH) // MICROSECOND)

    def text(self, value: str | None) -> None:
        """Write a text, or that there is none."""
        self._numbers.append(NONE if value is None else self._texts.setdefault(value, len(self._texts)))

    def texts(self, values: Iterable[str]) -> None:
        """Write a list of texts."""
        self.numbers([self._texts.setdefault(value, len(self._texts)) for value in values])

    def vector(self, weights: Mapping[str, float]) -> None:
        """Write weights by feature, in their order."""
        self.texts(weights)
        self._weights.extend(weights.values())

    def to_bytes(self) -> bytes:
        """Return all that was written."""
        texts = json.dumps(list(self._texts)).encode()
        parts = (self._numbers.tobytes(), self._weights.tobytes(), texts)
        return zlib.compress(array("q", map(len, parts)).tobytes() + b"".join(parts), FAST)


class Reader:
    """Reads what a `Writer` wrote, in the same order."""

    def __init__(self, kept: bytes) -> None:
        whole, header = zlib.decompress(kept), array("q")
        start = HEADER * header.itemsize
        header.frombytes(whole[:start])
        numbers, weights = array("q"), array("d")
        numbers.frombytes(whole[start : start + header[0]])
        weights.frombytes(whole[start + header[0] : start + header[0] + header[1]])
        self._numbers, self._weights = iter(numbers), iter(weights)
        self._texts: list[str] = json.loads(whole[start + header[0] + header[1] :])

    def number(self) -> int:
        """Read a whole number."""
        return next(self._numbers)

    def numbers(self) -> list[int]:
        """Read a list of whole numbers."""
        return [next(self._numbers) for _ in range(self.number())]

    def weight(self) -> float:
        """Read a weight."""
        return next(self._weights)

    def moment(self) -> datetime:
        """Read an instant."""
        return EPOCH + self.number() * MICROSECOND

    def text(self) -> str:
        """Read a text that is there."""
        return self._texts[self.number()]

    def find_text(self) -> str | None:
        """Read a text that may not be there."""
        place = self.number()
        return None if place == NONE else self._texts[place]

    def texts(self) -> list[str]:
        """Read a list of texts."""
        return [self._texts[place] for place in self.numbers()]

    def vector(self) -> dict[str, float]:
        """Read weights by feature."""
        return {feature: next(self._weights) for feature in self.texts()}
