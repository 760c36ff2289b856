"""A desk's watch list from a CSV table or a YAML list: all of it, or none and the line that is wrong."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import yaml

from dateline.errors import InputError
from dateline.model.annotations import MentionType
from dateline.model.entities import KnownEntity
from dateline.model.identity import content_id
from dateline.text.fold import folded_words

COLUMNS = ("name", "type", "aliases", "id", "country")
REQUIRED = ("name",)
ALIAS_BREAK = ";"
YAML_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class _Row:
    """The fields of one entry as written, and the line where it stands."""

    line: int
    fields: Mapping[str, str]
    aliases: tuple[str, ...]


def parse_watch_list(body: bytes, source: str) -> tuple[KnownEntity, ...]:
    """Parse a CSV table with a head line, or a YAML list where `source` ends in .yaml.

    An entry has a name and, where wanted, type (PERSON by default), aliases (in CSV parted by ;), id and
    country; entries of one name without an id are one. Raises InputError with the line and the reason;
    nothing is taken from a list with a fault.
    """
    text = _decode(body, source)
    rows = _yaml_rows(text, source) if source.lower().endswith(YAML_SUFFIXES) else _csv_rows(text, source)
    seen: dict[str, int] = {}
    entities: dict[str, KnownEntity] = {}
    for row in rows:
        entity = _entity(row, seen, source)
        known = entities.get(entity.id)
        names = (*known.names, *entity.names) if known else entity.names
        entities[entity.id] = replace(entity, names=tuple(dict.fromkeys(names)))
    return tuple(entities.values())


def _decode(body: bytes, source: str) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = body[: error.start].count(b"\n") + 1
        raise InputError(
            f"{source} line {line}: expected UTF-8, found other bytes; save it as UTF-8"
        ) from None


def _csv_rows(text: str, source: str) -> Iterator[_Row]:
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        _check_columns([name.strip() for name in rows.fieldnames or ()], f"{source} line 1")
        for row in rows:
            if None in row:
                raise InputError(
                    f"{source} line {rows.line_num}: expected as many fields as the head, found more; "
                    "quote those with commas"
                )
            fields = {name.strip(): (value or "").strip() for name, value in row.items()}
            yield _Row(rows.line_num, fields, _stripped(fields.get("aliases", "").split(ALIAS_BREAK)))
    except csv.Error as error:
        place = f"{source} line {rows.reader.line_num or 1}"
        raise InputError(f"{place}: no CSV ({error}); quote fields that hold quotes") from None


def _check_columns(found: Sequence[str], place: str) -> None:
    missing = [name for name in REQUIRED if name not in found]
    unknown = [name for name in found if name not in COLUMNS]
    if missing or unknown:
        raise InputError(
            f"{place}: expected the columns {', '.join(COLUMNS)} (only name is needed), "
            f"found {', '.join(found) or 'none'}"
        )


def _yaml_rows(text: str, source: str) -> Iterator[_Row]:
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        problem = getattr(error, "problem", None) or "it cannot be parsed"
        raise InputError(f"{source} line {line}: no YAML ({problem}); mend the line and try again") from None
    if not isinstance(root, yaml.SequenceNode):
        raise InputError(f"{source} line 1: expected a list of entries, each with a name")
    for node in root.value:
        yield _yaml_row(node, f"{source} line {node.start_mark.line + 1}", node.start_mark.line + 1)


def _yaml_row(node: yaml.Node, place: str, line: int) -> _Row:
    if not isinstance(node, yaml.MappingNode):
        raise InputError(f"{place}: expected an entry such as `- name: …`, found {node.value!r:.40}")
    entry = {str(key.value): value for key, value in node.value}
    _check_columns(list(entry), place)
    listed = entry.pop("aliases", None)
    for name, value in entry.items():
        if not isinstance(value, yaml.ScalarNode):
            raise InputError(f"{place}: expected `{name}` to be a text, found a list or a table")
    return _Row(
        line, {name: value.value.strip() for name, value in entry.items()}, _yaml_aliases(listed, place)
    )


def _yaml_aliases(node: yaml.Node | None, place: str) -> tuple[str, ...]:
    if node is None:
        return ()
    if isinstance(node, yaml.ScalarNode):
        return _stripped(node.value.split(ALIAS_BREAK))
    members = node.value if isinstance(node, yaml.SequenceNode) else [node]
    if not all(isinstance(member, yaml.ScalarNode) for member in members):
        raise InputError(f"{place}: expected `aliases` to be a list of names")
    return _stripped(member.value for member in members)


def _stripped(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(name.strip() for name in names if name.strip())


def _entity(row: _Row, seen: dict[str, int], source: str) -> KnownEntity:
    place, name = f"{source} line {row.line}", row.fields.get("name", "")
    if not folded_words(name):
        raise InputError(f"{place}: expected a name, found {name!r}")
    type = _type(row.fields.get("type"), place)
    stated = row.fields.get("id", "")
    if stated in seen:
        raise InputError(
            f"{place}: the id {stated!r} is that of line {seen[stated]} already; give each its own"
        )
    if stated:
        seen[stated] = row.line
    id = stated or content_id("w", type.value, " ".join(folded_words(name)))
    names = tuple(dict.fromkeys((name, *row.aliases)))
    country = row.fields.get("country", "").lower() or None
    return KnownEntity(id, type, names, source, country=country, ids=_known_ids(stated), is_watched=True)


def _known_ids(id: str) -> tuple[str, ...]:
    return (f"wikidata:{id}",) if id[:1] == "Q" and id[1:].isdigit() else ()


def _type(stated: str | None, place: str) -> MentionType:
    wanted = (stated or MentionType.PERSON.value).upper()
    if wanted not in set(MentionType):
        raise InputError(f"{place}: expected a type of {', '.join(MentionType)}, found {stated!r}")
    return MentionType(wanted)
