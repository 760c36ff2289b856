"""What a run costs that finds a few new reports: stories gone on with from the kept state, against all anew.

    python -m benchmarks.going_on [--documents 3000] [--a-day 200] [--new 20]

Documents are made up as in `clustering_speed`; times are of the processor, the ledger's writing included.
"""

import argparse
import time
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.clustering_speed import START, documents
from dateline.pipeline.ledger.going_on import link_going_on
from dateline.store import Ledger


def main() -> None:
    """Print one line a run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=3000)
    parser.add_argument("--a-day", type=int, default=200)
    parser.add_argument("--new", type=int, default=20)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    reports = list(documents(options.documents, options.a_day, options.seed))
    with TemporaryDirectory() as folder, Ledger.open(str(Path(folder) / "ledger.sqlite")) as ledger:
        for known in (len(reports) - options.new, len(reports)):
            begin = time.process_time()
            stories = link_going_on(ledger, reports[:known], {}, now=START + timedelta(days=1))
            seconds = time.process_time() - begin
            kept = ", ".join(
                f"{each.name}: {each.documents} documents" for each in ledger.derivation_book.checkpoints()
            )
            print(f"{known} documents, {len(stories)} stories: {seconds:.2f} s; kept {kept or 'nothing'}")


if __name__ == "__main__":
    main()
