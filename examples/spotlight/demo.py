"""Play fourteen days of news to a fresh desk, write its bulletin, prove it, and say where to look.

`python -m examples.spotlight.demo build/demo`
"""

import argparse
import shutil
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from examples.spotlight.desk import make_desk
from examples.spotlight.inbox import deliver, load_enclosures
from examples.spotlight.site import FIRST_PORT, SampleWeb, serving

ROUNDS = tuple(
    datetime(2020, 3, day, hour, tzinfo=UTC)
    for day, hour in ((10, 18), (12, 18), (14, 18), (16, 18), (18, 18), (21, 20))
)
BEGIN, UNTIL = "2020-03-08", "2020-03-21"


def dateline(*arguments: str) -> None:
    """Run one command as a user would; leave with its exit status where it fails."""
    print(f"\n$ dateline {' '.join(arguments)}", flush=True)
    outcome = subprocess.run([sys.executable, "-m", "dateline", *arguments], check=False)
    if outcome.returncode:
        print(f"the demo stops here: exit status {outcome.returncode}", file=sys.stderr)
        sys.exit(outcome.returncode)


def clear(folder: Path) -> None:
    """Remove an earlier demo; refuse a folder that holds something else."""
    if not folder.exists():
        return
    if any(folder.iterdir()) and not (folder / "desk.toml").is_file():
        sys.exit(f"{folder}: expected an earlier demo or nothing, found other files; name another folder")
    shutil.rmtree(folder)


def play(folder: Path, first_port: int) -> None:
    """Serve the outlets and run the desk once a round."""
    enclosures = load_enclosures()
    with serving(SampleWeb(ROUNDS[0]), first_port) as web:
        make_desk(folder, web.bases)
        for now in ROUNDS:
            web.now = now
            print(f"\n── {now:%A %d %B %Y, %H:%M} UTC {'─' * 40}", flush=True)
            for path in deliver(enclosures, folder / "inbox", now):
                print(f"a file reaches the inbox: {path.relative_to(folder / 'inbox')}", flush=True)
            dateline("run", str(folder), "--now", f"{now:%Y-%m-%dT%H:%M:%SZ}")


def tell(folder: Path, seconds: float) -> None:
    """Say where to look."""
    edition = folder / "editions" / "latest"
    print(
        f"""
The desk followed ten invented outlets through {len(ROUNDS)} rounds of news in {seconds:.0f} seconds.

  the bulletin       {(edition / "index.html").resolve().as_uri()}
  as Markdown        {edition / "edition.md"}
  as JSON            {edition / "edition.json"}
  what was planted   examples/spotlight/PLANTED.md

Commands to try, each with .venv/bin/dateline (or with the environment active, dateline):

  serve {folder} --open          the desk in the browser
  status {folder}
  events {folder}
  disputes {folder}
  search {folder} "Qayyarah"
  search {folder} "گل‌پسند"
  verify {edition}
  archive verify {folder}

To read the outlets' own pages in a browser:

  .venv/bin/python -m examples.spotlight.site --now 2020-03-12T18:00Z
"""
    )


def main() -> None:
    """Run the whole demonstration."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the desk is made; an earlier demo there is replaced")
    parser.add_argument("--first-port", type=int, default=FIRST_PORT)
    arguments = parser.parse_args()
    started = time.monotonic()
    folder = arguments.folder
    clear(folder)
    play(folder, arguments.first_port)
    last = f"{ROUNDS[-1]:%Y-%m-%dT%H:%M:%SZ}"
    dateline("bulletin", str(folder), "--from", BEGIN, "--until", UNTIL, "--now", last)
    dateline("verify", str(folder / "editions" / "latest"))
    tell(folder, time.monotonic() - started)


if __name__ == "__main__":
    main()
