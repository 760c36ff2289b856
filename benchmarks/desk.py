"""The desk in the browser: how soon it is there, how much memory it takes, and how fast its pages are.

Run: python -m benchmarks.desk first DESK            command to interactive triage, and memory
     python -m benchmarks.desk pages DESK            server time of each page, one after the other
     python -m benchmarks.desk crowd DESK --people 20 --seconds 60
"""

import argparse
import os
import random
import re
import signal
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

PORT = 8471
ASKED = 60  # times each page is asked for
WORDS = ("minister", "harbour council", '"denied talks"', "وزیر", "حدود OR ميناء", "rockets -wheat")


@contextmanager
def serving(desk: Path) -> Iterator[tuple[str, subprocess.Popen[bytes], float]]:
    """Serve a desk; give its address, the process, and the seconds until it answered."""
    begun = time.monotonic()
    command = [sys.executable, "-m", "dateline", "serve", str(desk), "--port", str(PORT)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{PORT}"
    try:
        while True:
            try:
                httpx.get(f"{address}/triage", timeout=60).raise_for_status()
                break
            except httpx.ConnectError:
                if process.poll() is not None:
                    raise SystemExit(f"{' '.join(command)} ended with status {process.returncode}") from None
                time.sleep(0.02)
        yield address, process, time.monotonic() - begun
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(60)


def peak_megabytes(process: subprocess.Popen[bytes]) -> float:
    """Return the most memory that a process held at once."""
    status = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8")
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0.0


def processor_seconds(process: subprocess.Popen[bytes]) -> float:
    """Return the processor time that a process has used: it does not count what others on the machine do."""
    fields = Path(f"/proc/{process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def measure_first(desk: Path, rounds: int = 3) -> None:
    """Print how long it takes from the command to the first whole triage page, and the memory then."""
    seconds, spent, megabytes = [], [], []
    for _ in range(rounds):
        with serving(desk) as (_, process, waited):
            seconds.append(waited)
            spent.append(processor_seconds(process))
            megabytes.append(peak_megabytes(process))
    print(
        f"first triage: {statistics.median(seconds):.2f} s (least {min(seconds):.2f}), "
        f"{statistics.median(spent):.2f} s of processor, peak {max(megabytes):.0f} MB"
    )


def addresses(client: httpx.Client, seed: int) -> dict[str, Callable[[], str]]:
    """Return for each page a function that gives an address of it, another each time."""
    choose = random.Random(seed)
    stories = re.findall(r'href="(/stories/[^"]+)"', _several(client, "/triage?show=all", 3))
    entities = re.findall(r'href="(/entities/[^"]+)"', client.get("/entities").text)
    cursors = [""]
    page = client.get("/triage?show=all").text
    for _ in range(10):
        found = re.search(r'rel="next" href="([^"]+)"', page)
        if not found:
            break
        cursors.append(found[1].replace("&amp;", "&"))
        page = client.get(cursors[-1]).text
    return {
        "triage": lambda: choose.choice(cursors) or "/triage?show=all",
        "story": lambda: choose.choice(stories),
        "entity": lambda: choose.choice(entities),
        "search": lambda: f"/search?q={choose.choice(WORDS)}",
        "map": lambda: "/map?begin=2020-03-01&until=2020-03-14",
    }


def _several(client: httpx.Client, path: str, pages: int) -> str:
    text = client.get(path).text
    for _ in range(pages):
        found = re.search(r'rel="next" href="([^"]+)"', text[-3000:])
        text += client.get(found[1].replace("&amp;", "&")).text if found else ""
    return text


def measure_pages(desk: Path) -> None:
    """Print median and 95th percentile of each page, on the clock and in processor time."""
    with serving(desk) as (address, process, _), httpx.Client(base_url=address, timeout=60) as client:
        for page, choose in addresses(client, 1).items():
            clock, spent = [], []
            for _ in range(ASKED):
                before, begun = processor_seconds(process), time.monotonic()
                client.get(choose()).raise_for_status()
                clock.append(1000 * (time.monotonic() - begun))
                spent.append(1000 * (processor_seconds(process) - before))
            print(f"{page}: {_spread(clock)} ms on the clock, {_spread(spent)} ms of processor", flush=True)
        print(f"peak {peak_megabytes(process):.0f} MB")


def _spread(values: list[float]) -> str:
    ordered = sorted(values)
    return f"p50 {statistics.median(ordered):.0f} p95 {ordered[int(0.95 * (len(ordered) - 1))]:.0f}"


def measure_crowd(desk: Path, people: int, seconds: float) -> None:
    """Print how many pages a crowd got in a while, how fast, and how many of them were errors."""
    clock: list[float] = []
    errors: list[str] = []

    def visit(number: int, address: str, ends: float) -> None:
        with httpx.Client(base_url=address, timeout=60) as client:
            pages = list(addresses(client, number).values())
            while time.monotonic() < ends:
                choose = random.Random(number + len(clock)).choice(pages)
                begun = time.monotonic()
                fault = _fault(client, choose())
                clock.append(1000 * (time.monotonic() - begun))
                errors.extend([fault] if fault else [])
                time.sleep(1.0)  # somebody reads

    with serving(desk) as (address, process, _):
        ends = time.monotonic() + seconds
        crowd = [threading.Thread(target=visit, args=(number, address, ends)) for number in range(people)]
        for one in crowd:
            one.start()
        for one in crowd:
            one.join()
        print(
            f"{people} people, {seconds:.0f} s: {len(clock)} pages, {len(errors)} errors {errors[:3]}, "
            f"{_spread(clock)} ms on the clock, {1000 * processor_seconds(process) / len(clock):.0f} ms of "
            f"processor a page, peak {peak_megabytes(process):.0f} MB, load {os.getloadavg()[1]:.1f}"
        )


def _fault(client: httpx.Client, page: str) -> str:
    """Ask for a page and return what was wrong with the answer, "" where nothing was."""
    try:
        answer = client.get(page)
    except httpx.TransportError as error:
        return f"{error!r} {page}"
    return "" if answer.status_code == 200 else f"{answer.status_code} {answer.url}"


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("first", "pages", "crowd"))
    parser.add_argument("desk", type=Path)
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60)
    asked = parser.parse_args()
    match asked.what:
        case "first":
            measure_first(asked.desk)
        case "pages":
            measure_pages(asked.desk)
        case "crowd":
            measure_crowd(asked.desk, asked.people, asked.seconds)


if __name__ == "__main__":
    main()
