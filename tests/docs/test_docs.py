"""The documentation says what is: commands, settings and language tables are all named, the README runs."""

import re
import shlex
import shutil
import subprocess
import sys
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from benchmarks.kills import _article
from dateline.desk.settings import DeskSettings
from dateline.languages import language_codes, language_tables
from docs.cli_reference import PAGE, cli_reference

ROOT = Path(__file__).parents[2]


def test_the_command_reference_is_what_the_commands_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == cli_reference(), "run: make docs"


def test_every_setting_is_in_the_template() -> None:
    template = (ROOT / "dateline" / "desk" / "template.toml").read_text(encoding="utf-8")
    missing = [name for name in DeskSettings.model_fields if name not in template]
    assert not missing


@pytest.mark.parametrize("code", language_codes())
def test_every_table_of_a_language_is_described(code: str) -> None:
    page = (ROOT / "docs" / "languages.md").read_text(encoding="utf-8")
    assert f"`{code}`" in page
    missing = [table for table in language_tables(code) if f"`{table}`" not in page]
    assert not missing


def test_every_dependency_has_its_reason() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    listed = re.search(r"^dependencies = \[(.*?)^\]", project, re.MULTILINE | re.DOTALL)
    assert listed
    reasons = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    names = re.findall(r'"([A-Za-z0-9_-]+)', listed[1])
    assert [name for name in names if f"- {name}:" not in reasons] == []
    given = re.findall(r"^- ([a-z0-9-]+):", reasons, re.MULTILINE)
    assert [name for name in given if name not in names] == []


def test_links_of_the_pages_lead_somewhere() -> None:
    for page in (ROOT / "README.md", *(ROOT / "docs").glob("*.md"), ROOT / "benchmarks" / "README.md"):
        prose = re.sub(r"(?ms)^```.*?^```|`[^`\n]*`", "", page.read_text(encoding="utf-8"))
        for target in re.findall(r"\]\(([^)#:]+)\)", prose):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_readme_runs(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (tmp_path / "article.html").write_text(_article(3), encoding="utf-8")
    steps = 0
    for block in re.findall(r"```console\n(.*?)```", readme, re.DOTALL):
        for command, expected in re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
            printed = _run(shlex.split(command), tmp_path)
            assert fnmatchcase(_plain(printed), _pattern(expected)), f"{command} printed:\n{printed}"
            steps += 1
    assert steps >= 6


def _run(words: list[str], folder: Path) -> str:
    if words[0] == "cp":
        shutil.copy(folder / words[1], folder / words[2])
        return ""
    assert words[0] == "dateline"
    ran = subprocess.run(
        [sys.executable, "-m", "dateline", *words[1:]],
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def _plain(printed: str) -> str:
    return " ".join(printed.split())


def _pattern(expected: str) -> str:
    return " ".join(expected.split()).replace("[", "[[]").replace("...", "*")
