"""How fast `dateline run` is and how much memory it takes: the sample desk, and the Fundus pages as an inbox.

Run: python -m benchmarks.run_desk [--corpora DIR]
Documents a second are documents in the ledger over wall seconds of one `dateline run` on a fresh desk, its
start included. Peak memory is the largest resident set of that process.
"""

import argparse
import gzip
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from dateline.desk import create_desk, load_desk
from dateline.store import Ledger
from examples.spotlight.demo import ROUNDS
from examples.spotlight.desk import make_desk
from examples.spotlight.inbox import deliver, load_enclosures
from examples.spotlight.site import SampleWeb, serving

FUNDUS_NOW = "2026-01-01T00:00:00Z"


def sample_desk(folder: Path) -> tuple[int, float, float]:
    """Run the sample desk once over all its fourteen days, its outlets asked without delay."""
    now = ROUNDS[-1]
    with serving(SampleWeb(now), 0) as web:
        make_desk(folder, web.bases)
        settings = folder / "desk.toml"
        settings.write_text(
            settings.read_text(encoding="utf-8").replace("delay_seconds", "delay_seconds = 0.0 #"), "utf-8"
        )
        deliver(load_enclosures(), folder / "inbox", now)
        return timed_run(folder, f"{now:%Y-%m-%dT%H:%M:%SZ}")


def fundus_desk(folder: Path, corpora: Path) -> tuple[int, float, float]:
    """Run a desk over the pages of `1_html/fundus`, put into its inbox."""
    create_desk(folder, "Fundus pages")
    for page in sorted((corpora / "1_html" / "fundus").glob("*/*.html.gz")):
        (folder / "inbox" / page.name.removesuffix(".gz")).write_bytes(gzip.decompress(page.read_bytes()))
    return timed_run(folder, FUNDUS_NOW)


def timed_run(desk: Path, now: str) -> tuple[int, float, float]:
    """Return documents in the ledger, wall seconds and peak megabytes of one run."""
    command = [sys.executable, "-m", "dateline", "run", str(desk), "--now", now]
    begun = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"dateline run ended with status {process.returncode}")
    seconds = time.perf_counter() - begun
    with Ledger.open(load_desk(desk).store_address) as ledger:
        documents = len(ledger.documents(current_only=False))
    return documents, seconds, usage.ru_maxrss / 1024


def main() -> None:
    """Print a line for each desk."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=os.environ.get("DATELINE_CORPORA"))
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        runs = {"sample desk": sample_desk(Path(folder) / "sample")}
        if arguments.corpora:
            runs["Fundus pages"] = fundus_desk(Path(folder) / "fundus", Path(arguments.corpora))
    for name, (documents, seconds, megabytes) in runs.items():
        rate = documents / seconds
        print(f"{name}: {documents} documents in {seconds:.1f} s, {rate:.1f}/s, peak {megabytes:.0f} MB")


if __name__ == "__main__":
    main()
