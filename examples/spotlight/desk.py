"""Make the sample desk: fill in its settings with the addresses at which the outlets are served."""

import json
from collections.abc import Mapping
from pathlib import Path
from string import Template

from examples.spotlight.article import HERE, SampleOutlet, load_outlets


def make_desk(folder: Path, bases: Mapping[str, str]) -> Path:
    """Write `desk.toml` and an empty inbox into `folder`; `bases` gives each outlet's address."""
    (folder / "inbox").mkdir(parents=True, exist_ok=True)
    template = Template((HERE / "desk.toml.template").read_text(encoding="utf-8").split("\n", 2)[2])
    outlets = "\n".join(_format_outlet(outlet, bases[outlet.id]) for outlet in load_outlets())
    path = folder / "desk.toml"
    path.write_text(template.substitute(outlets=outlets), encoding="utf-8")
    return path


def _format_outlet(outlet: SampleOutlet, base: str) -> str:
    settings: dict[str, object] = {
        "id": outlet.id,
        "name": outlet.latin_name or outlet.name,
        "url": f"{base}/",
        "kind": outlet.kind,
        "language": outlet.language,
        "country": outlet.country,
        "timezone": outlet.timezone,
        "owner": outlet.owner,
        "aliases": [*([outlet.name] if outlet.latin_name else []), *outlet.aliases],
        "feeds": [f"{base}/feed"] if outlet.feed != "none" else [],
        "pages": [f"{base}/news"] if outlet.feed == "none" else [],
    }
    if outlet.affiliation:
        settings["affiliation"] = outlet.affiliation
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in settings.items()]
    return "\n".join(["[[outlets]]", *lines, "sample = true", ""])
