"""Making a new desk folder, and adding outlets to one."""

import json
from collections.abc import Sequence
from dataclasses import fields, replace
from importlib import resources
from itertools import count
from pathlib import Path
from string import Template

from dateline.desk.settings import DESK_FILE, IMPORTED_OUTLETS_FILE, Desk
from dateline.errors import DeskError
from dateline.model.outlets import Outlet


def create_desk(folder: Path, title: str) -> Path:
    """Write a commented `desk.toml` and the inbox into `folder` and return the file's path.

    Raises DeskError where a desk is already there: settings are never overwritten.
    """
    path = folder / DESK_FILE
    if path.exists():
        raise DeskError(f"{path} is already there; edit it, or name another folder")
    (folder / "inbox").mkdir(parents=True, exist_ok=True)
    template = Template((resources.files(__package__) / "template.toml").read_text(encoding="utf-8"))
    path.write_text(template.substitute(title=json.dumps(title, ensure_ascii=False)), encoding="utf-8")
    return path


def add_outlets(desk: Desk, outlets: Sequence[Outlet]) -> tuple[Outlet, ...]:
    """Append those outlets to `outlets.toml` whose feeds the desk does not have, and return them.

    An id that is taken gets a number behind it.
    """
    followed = {feed for outlet in desk.outlets for feed in outlet.feeds}
    taken = {outlet.id for outlet in desk.outlets}
    added: list[Outlet] = []
    for outlet in outlets:
        if not followed.isdisjoint(outlet.feeds):
            continue
        added.append(replace(outlet, id=_free_id(outlet.id, taken)))
        taken.add(added[-1].id)
    if added:
        with (desk.folder / IMPORTED_OUTLETS_FILE).open("a", encoding="utf-8") as file:
            file.write("".join(_format_outlet(outlet) for outlet in added))
    return tuple(added)


def _free_id(wanted: str, taken: set[str]) -> str:
    numbered = (f"{wanted}-{number}" for number in count(2))
    return wanted if wanted not in taken else next(id for id in numbered if id not in taken)


def _format_outlet(outlet: Outlet) -> str:
    stated = {field.name: getattr(outlet, field.name) for field in fields(outlet)}
    lines = [
        f"{name} = {json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)}"
        for name, value in stated.items()
        if value not in (None, (), False)
    ]
    return "[[outlets]]\n" + "\n".join(lines) + "\n\n"
