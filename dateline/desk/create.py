"""Making a new desk folder."""

import json
from importlib import resources
from pathlib import Path
from string import Template

from dateline.desk.settings import DESK_FILE
from dateline.errors import DeskError


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
