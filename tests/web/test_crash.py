"""The desk is killed while somebody writes: what they wrote stands there again, but for the last second."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from dateline.web.room import Room

PERIOD = {"begin": "2020-03-08", "until": "2020-03-21"}
WORDS = "The bridge at Qarn was open again by noon, the harbour master said."


@contextmanager
def _served(desk: Path) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """Serve a desk in a process of its own, on a free port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    command = [sys.executable, "-m", "dateline", "serve", str(desk), "--port", port]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address, process)
        yield address, process
    finally:
        process.kill()
        process.wait()


def _wait_for(address: str, process: "subprocess.Popen[bytes]") -> None:
    while process.poll() is None:
        try:
            httpx.get(f"{address}/health").raise_for_status()
            return
        except httpx.ConnectError:
            time.sleep(0.1)
    raise AssertionError(f"the server ended with status {process.returncode}")


def _draft(address: str) -> str:
    """Begin a draft and return its path."""
    with httpx.Client(base_url=address, timeout=120) as client:
        found = re.search(r'name="csrf" content="([^"]+)"', client.get("/bulletin").text)
        assert found is not None
        client.post("/bulletin/drafts", data={"csrf": found[1], **PERIOD})
        for _ in range(200):
            path = re.search(r'href="(/bulletin/drafts/[^"]+)"', client.get("/bulletin").text)
            if path is not None:
                return path[1]
        raise AssertionError("no draft was begun")


def test_killed_while_somebody_writes(chromium: Any, room: Room) -> None:
    desk = room.desk.folder
    typed: list[float] = []
    with _served(desk) as (address, process):
        path = _draft(address)
        page = chromium.new_page()
        page.goto(address + path)
        for key in ("j", "e", "Control+A"):
            page.keyboard.press(key)
        for key in WORDS:
            page.keyboard.type(key, delay=30)
            typed.append(time.monotonic())
        os.kill(process.pid, signal.SIGKILL)  # no pause after the last key
        killed = time.monotonic()
        process.wait()
        page.close()
    before_the_last_second = sum(at < killed - 1 for at in typed)
    assert before_the_last_second > 0
    with _served(desk) as (address, _):
        page = chromium.new_page()  # another browser: nothing is remembered there
        page.goto(address + path)
        field = page.locator("details[open] textarea")
        kept = field.input_value()
        assert WORDS.startswith(kept)
        assert len(kept) >= before_the_last_second
        page.locator("[data-forgets]").click()
        assert not WORDS.startswith(field.input_value())
        page.close()
