"""House styles that a desk copies and changes: folders of templates that stand in for the package's."""

import shutil
from importlib import resources
from pathlib import Path

from dateline.errors import InputError

STYLE_FOLDER = "style"
SPOTLIGHT = "spotlight"
TEMPLATES = ("spotlight.html", "spotlight.css", "house.css", "evidence.html", "spotlight.typ")


def style_names() -> tuple[str, ...]:
    """List the styles that ship."""
    folders = (entry for entry in resources.files(__name__).iterdir() if entry.is_dir())
    return (SPOTLIGHT, *sorted(folder.name for folder in folders if not folder.name.startswith("_")))


def copy_style(desk: Path, name: str) -> Path:
    """Copy a style into the desk's `style` folder and return it; a template left out there is ours.

    Raises InputError for a style that is not known, and where the desk has one already.
    """
    folder = desk / STYLE_FOLDER
    if name not in style_names():
        raise InputError(f"no style {name!r}; known are {', '.join(style_names())}")
    if folder.exists():
        raise InputError(f"{folder} is there already; change it, or move it away first")
    folder.mkdir()
    ours = resources.files("dateline.write").joinpath("templates")
    own = resources.files(__name__).joinpath(name)
    for template in TEMPLATES:
        source = ours if name == SPOTLIGHT else own
        if source.joinpath(template).is_file():
            with resources.as_file(source.joinpath(template)) as file:
                shutil.copy(file, folder / template)
    return folder
