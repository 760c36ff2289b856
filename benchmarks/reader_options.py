"""What every benchmark of the reader on corpora is told: which model, and where the corpora lie."""

import argparse
import os
from pathlib import Path

from dateline.inference.packaged import MODEL_FOLDER


def reader_options(description: str) -> argparse.ArgumentParser:
    """Return a parser of `--model` and `--corpora`, which `DATELINE_CORPORA` may give too."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", type=Path, default=MODEL_FOLDER, help="folder of a reader")
    parser.add_argument(
        "--corpora",
        type=lambda folder: Path(folder).expanduser(),
        default=os.environ.get("DATELINE_CORPORA", "~/corpora"),
        help="folder of the unpacked corpora",
    )
    return parser
