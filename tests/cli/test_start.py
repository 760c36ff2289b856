"""The command starts light: help is printed without a database, a model or a network library."""

import subprocess
import sys

import pytest

HEAVY = (
    "dateline.model",
    "sqlalchemy",
    "pydantic",
    "lxml",
    "httpx",
    "onnxruntime",
    "numpy",
    "jinja2",
    "trafilatura",
)


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys\nfrom dateline.cli.main import app\n"
        "try:\n    app(['--help'])\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert ran.stdout.strip().endswith("[]"), ran.stdout[-300:]
    assert "bulletin" in ran.stdout


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("run", "no-such-desk"), "no desk.toml here; make a desk with: dateline init"),
        (("bulletin", ".", "--now", "yesterday"), "no desk.toml here"),
        (("verify", "no-such-edition"), "no desk.toml here or in any folder above"),
    ],
)
def test_a_foreseen_error_is_a_message_and_status_2(tmp_path, words: tuple[str, ...], message: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "dateline", *words],
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
    )
    assert ran.returncode == 2
    assert message in " ".join(ran.stderr.split())
    assert "Traceback" not in ran.stderr
