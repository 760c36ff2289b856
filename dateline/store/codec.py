"""Nouns to JSON values and back, exactly and strictly, by the type hints of their fields.

Adding a field with a default keeps older records readable; an unknown field, a missing one without
default or a value of another type is refused with its path.
"""

import json
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from dateline.errors import LedgerError

T = TypeVar("T")
Decoder = Callable[[Any], Any]


def encode(record: object) -> Any:
    """Return `record` as a JSON value: dataclasses as objects, tuples as lists, instants in UTC.

    >>> from dateline.model.spans import Span
    >>> encode((Span(0, 2),))
    [{'start': 0, 'end': 2}]
    """
    if record is None or type(record) in (str, int, float, bool):
        return record
    names = _field_names(cast(Any, type(record)))
    if names is not None:
        return {name: encode(getattr(record, name)) for name in names}
    if isinstance(record, tuple | list):
        return [encode(member) for member in record]
    if isinstance(record, Enum):
        return record.value
    if isinstance(record, datetime):
        return format_instant(record)
    if isinstance(record, dict):
        return {key: encode(member) for key, member in record.items()}
    raise LedgerError(f"{type(record).__name__} cannot be kept as JSON: {record!r:.80}")


def decode(kind: type[T], value: object) -> T:
    """Return the record of type `kind` that `encode` made `value` from. Raises LedgerError with a path."""
    try:
        return cast(T, _decoder(cast(Any, kind))(value))
    except _Refused as refused:
        raise LedgerError(f"{kind.__name__}{refused.path}: {refused.reason}") from None


def dump_json(record: object) -> str:
    """Return the canonical JSON text of `record`: the same record gives the same text."""
    try:
        return json.dumps(
            encode(record), ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=True
        )
    except ValueError as error:
        raise LedgerError(
            f"{type(record).__name__} holds a number that JSON has no form for: {error}"
        ) from error


def load_json(kind: type[T], text: str) -> T:
    """Return the record of type `kind` that `dump_json` wrote."""
    return decode(kind, json.loads(text))


def format_instant(instant: datetime) -> str:
    """Return an instant as ISO 8601 in UTC. Raises LedgerError for one without a zone.

    >>> format_instant(datetime(2020, 3, 12, 8, 30, tzinfo=UTC))
    '2020-03-12T08:30:00.000000Z'
    """
    if instant.tzinfo is None:
        raise LedgerError(f"{instant} has no time zone; instants of the ledger are in UTC")
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ").rjust(27, "0")


def parse_instant(text: str) -> datetime:
    """Return the instant that `format_instant` wrote."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)


@cache
def _field_names(kind: Any) -> tuple[str, ...] | None:
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else None


@cache
def _decoder(hint: Any) -> Decoder:
    """Return the function that checks and builds a value of one type hint."""
    leaf = _LEAVES.get(hint)
    if leaf is not None:
        return leaf
    if isinstance(hint, type) and (is_dataclass(hint) or issubclass(hint, Enum)):
        return _enum_decoder(hint) if issubclass(hint, Enum) else _record_decoder(hint)
    composed = _COMPOSED.get(get_origin(hint))
    if composed is None:
        raise LedgerError(f"no JSON form is known for fields of type {hint}")
    return composed(get_args(hint))


class _Refused(Exception):
    """A value is not what it should be. `path` grows on the way out: what fits costs nothing."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.path = ""


def _refuse(expected: str, value: object) -> _Refused:
    return _Refused(f"expected {expected}, found {type(value).__name__} {value!r:.80}")


def _locate(decoder: Decoder, value: Any, step: str) -> None:
    """Decode what may be the part that was refused, and say where it stands."""
    try:
        decoder(value)
    except _Refused as refused:
        refused.path = step + refused.path
        raise


def _plain_decoder(kind: type) -> Decoder:
    def decode_plain(value: Any) -> Any:
        if type(value) is not kind:
            raise _refuse(kind.__name__, value)
        return value

    return decode_plain


def _decode_float(value: Any) -> float:
    if type(value) not in (float, int):
        raise _refuse("float", value)
    return float(value)


def _decode_instant(value: Any) -> datetime:
    if type(value) is not str:
        raise _refuse("an instant", value)
    try:
        return parse_instant(value)
    except ValueError:
        raise _refuse("an instant such as 2020-03-12T08:30:00.000000Z", value) from None


def _enum_decoder(kind: type[Enum]) -> Decoder:
    members = {member.value: member for member in kind}

    def decode_member(value: Any) -> Enum:
        if type(value) is not str or value not in members:
            raise _refuse(f"one of {', '.join(map(str, members))}", value)
        return members[value]

    return decode_member


def _tuple_decoder(arguments: tuple[Any, ...]) -> Decoder:
    endless = len(arguments) == 2 and arguments[1] is Ellipsis
    decoders = [_decoder(argument) for argument in arguments if argument is not Ellipsis]

    def decode_tuple(value: Any) -> tuple[Any, ...]:
        if type(value) is not list or not (endless or len(value) == len(decoders)):
            raise _refuse("a list" if endless else f"a list of {len(decoders)}", value)
        each = decoders * len(value) if endless else decoders
        try:
            return tuple([decoder(member) for decoder, member in zip(each, value, strict=True)])
        except _Refused:
            for index, (decoder, member) in enumerate(zip(each, value, strict=True)):
                _locate(decoder, member, f"[{index}]")
            raise

    return decode_tuple


def _dict_decoder(arguments: tuple[Any, ...]) -> Decoder:
    key, member = arguments
    if key is not str:
        raise LedgerError(f"JSON objects have text keys, not {key}")
    decoder = _decoder(member)

    def decode_dict(value: Any) -> dict[str, Any]:
        if type(value) is not dict:
            raise _refuse("an object", value)
        try:
            return {name: decoder(kept) for name, kept in value.items()}
        except _Refused:
            for name, kept in value.items():
                _locate(decoder, kept, f"[{name!r}]")
            raise

    return decode_dict


def _union_decoder(arguments: tuple[Any, ...]) -> Decoder:
    """Only `X | None` occurs in the nouns: with wider unions a value would not say what it is."""
    others = [argument for argument in arguments if argument is not NoneType]
    if len(others) != 1 or len(arguments) != 2:
        raise LedgerError(f"a field may be of one type or None, not {arguments}")
    decoder = _decoder(others[0])
    return lambda value: None if value is None else decoder(value)


def _record_decoder(kind: type) -> Decoder:
    hints = get_type_hints(kind)
    decoders = {field.name: _decoder(hints[field.name]) for field in fields(kind)}
    needed = {
        field.name for field in fields(kind) if field.default is MISSING and field.default_factory is MISSING
    }

    def decode_record(value: Any) -> Any:
        if type(value) is not dict:
            raise _refuse(f"the fields of {kind.__name__}", value)
        try:
            if value.keys() == decoders.keys():
                return kind(*[decoder(value[name]) for name, decoder in decoders.items()])
            _check_names(value.keys(), decoders.keys(), needed)
            return kind(**{name: decoders[name](member) for name, member in value.items()})
        except _Refused:
            for name in decoders.keys() & value.keys():
                _locate(decoders[name], value[name], f".{name}")
            raise

    return decode_record


def _check_names(found: Any, known: Any, needed: set[str]) -> None:
    unknown, missing = sorted(found - known), sorted(needed - found)
    if unknown:
        raise _Refused(f"unknown fields {', '.join(unknown)}; written by a newer version of Dateline?")
    if missing:
        raise _Refused(f"fields {', '.join(missing)} are missing")


_LEAVES: dict[Any, Decoder] = {
    object: lambda value: value,
    datetime: _decode_instant,
    float: _decode_float,
    **{kind: _plain_decoder(kind) for kind in (str, int, bool, NoneType)},
}
_COMPOSED: dict[Any, Callable[[tuple[Any, ...]], Decoder]] = {
    tuple: _tuple_decoder,
    dict: _dict_decoder,
    Union: _union_decoder,
    UnionType: _union_decoder,
}
