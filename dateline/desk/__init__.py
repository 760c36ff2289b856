"""A desk: the folder in which one beat is followed, and its settings in `desk.toml`."""

from dateline.desk.create import add_outlets, create_desk
from dateline.desk.settings import Desk, DeskSettings, load_desk

__all__ = ["Desk", "DeskSettings", "add_outlets", "create_desk", "load_desk"]
