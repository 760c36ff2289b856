"""The packages of the extra `web`, and a clear word where they are missing."""

from importlib.util import find_spec

from dateline.errors import InputError

PACKAGES = ("argon2", "fastapi", "python_multipart", "uvicorn")


def require_web() -> None:
    """Raise InputError where a package of the extra is missing."""
    missing = [name for name in PACKAGES if find_spec(name) is None]
    if missing:
        raise InputError(
            f"the desk in the browser needs {', '.join(missing)}; install with: pip install 'dateline[web]'"
        )
