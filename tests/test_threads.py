import subprocess
import sys
from pathlib import Path

import pytest

TASKS = Path("/proc/self/task")


@pytest.mark.skipif(not TASKS.is_dir(), reason="threads are counted where Linux lists them")
def test_numpy_keeps_no_threads_waiting_beside_those_of_the_reader() -> None:
    counted = "import dateline, numpy, os; numpy.ones((500, 500)) @ numpy.ones((500, 500)); "
    counted += f"print(len(os.listdir('{TASKS}')))"
    ran = subprocess.run([sys.executable, "-c", counted], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "1"
