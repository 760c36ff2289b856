"""Kills `dateline run` at random moments, finishes it, and compares the export with an undisturbed run.

Run: python -m benchmarks.kills --rounds 20
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from dateline.desk import create_desk

NOW = "2020-03-21T20:00:00Z"
ARTICLES = 40
PLACES = ("Basra", "Mosul", "Homs", "Aleppo", "Sidon", "Kirkuk", "Najaf", "Tartus")
OFFICES = ("governor", "police chief", "hospital director", "port manager", "border commander")


def make_desk(folder: Path, *, articles: int = ARTICLES) -> Path:
    """Make a desk whose inbox holds invented articles, some of which cannot be read."""
    create_desk(folder, "Killed and finished")
    for number in range(articles):
        (folder / "inbox" / f"{number:03d}.html").write_text(_article(number), encoding="utf-8")
    (folder / "inbox" / "empty.html").write_text("", encoding="utf-8")
    (folder / "inbox" / "cut.pdf").write_bytes(b"%PDF-1.7\n1 0 obj")
    return folder


def _article(number: int) -> str:
    place, office = PLACES[number % len(PLACES)], OFFICES[number % len(OFFICES)]
    dead, day = 2 + number % 7, 8 + number % 13
    paragraphs = (
        f"The {office} of {place}, Sami Darwish, said on March {day} that {dead} people were killed when a "
        f"warehouse beside the old market of {place} caught fire shortly before dawn.",
        f"“We found {dead} of the workers behind the locked gate,” Darwish told reporters, and he added that "
        "the owner would be questioned. According to the Harbour Wire, the building had been closed in 2019.",
        f"A local official who asked not to be named denied that the gate was locked. Repairs in {place} are "
        f"expected to take {number + 3} weeks, the {office} said.",
    )
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<html lang="en"><head><title>Fire in {place} kills {dead}</title>'
        f'<meta property="article:published_time" content="2020-03-{day:02d}T08:00:00+03:00"></head>'
        f"<body><article><h1>Fire in {place} kills {dead}</h1>{body}</article></body></html>"
    )


def run_desk(desk: Path) -> None:
    """Run the desk to its end."""
    subprocess.run([*_dateline("run"), str(desk), "--now", NOW], check=True, capture_output=True)


def export_of(desk: Path) -> bytes:
    """Return what the ledger of the desk exports."""
    return subprocess.run([*_dateline("export"), str(desk)], check=True, capture_output=True).stdout


def kill_run(desk: Path, after: float) -> bool:
    """Start a run and kill it `after` seconds; say whether it was still running."""
    with subprocess.Popen(
        [*_dateline("run"), str(desk), "--now", NOW], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
    return process.returncode == -signal.SIGKILL


def survive_kills(folder: Path, *, rounds: int, seed: int, articles: int = ARTICLES) -> list[str]:
    """Kill a run once in each round and finish it; return a line for each round whose export differs."""
    calm = make_desk(folder / "calm", articles=articles)
    begun = time.perf_counter()
    run_desk(calm)
    length, expected = time.perf_counter() - begun, export_of(calm)
    moments = random.Random(seed)
    faults = []
    for number in range(rounds):
        desk = make_desk(folder / f"killed-{number:02d}", articles=articles)
        moment = moments.uniform(0.2, 1.0) * length
        killed = kill_run(desk, moment)
        run_desk(desk)
        if export_of(desk) != expected:
            faults.append(f"round {number}: killed={killed} after {moment:.2f} s: the export differs")
    return faults


def _dateline(command: str) -> list[str]:
    return [sys.executable, "-m", "dateline", command]


def main() -> None:
    """Print how many rounds gave the same export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--seed", type=int, default=20200308)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        faults = survive_kills(Path(folder), rounds=arguments.rounds, seed=arguments.seed)
    for fault in faults:
        print(fault)
    print(f"{arguments.rounds - len(faults)} of {arguments.rounds} killed runs ended with the same export")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
