"""The name pairs judged by nomenklatura's logic-v2, to compare on the same pairs in one run.

Run in an environment of its own with `pip install nomenklatura`: it is no dependency of Dateline.
`python -m benchmarks.names bench --write pairs.jsonl`, then `python benchmarks/names_rival.py pairs.jsonl
scores.jsonl`, then `python -m benchmarks.names bench --scores scores.jsonl`. Prints the pairs a second.
"""

import json
import sys
import time
from pathlib import Path

from followthemoney import model
from nomenklatura.matching import get_algorithm

SCHEMATA = {"PERSON": "Person", "ORG": "Organization"}


def main() -> None:
    questions, answers = (Path(name) for name in sys.argv[1:3])
    algorithm = get_algorithm("logic-v2")
    config = algorithm.default_config()
    start = time.process_time()
    scores = []
    for line in questions.read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        schema = SCHEMATA[pair["type"]]
        first, second = (
            model.get_proxy({"id": side, "schema": schema, "properties": {"name": [pair[side]]}})
            for side in "ab"
        )
        scores.append(algorithm.compare(first, second, config).score)
    spent = time.process_time() - start
    answers.write_text("".join(json.dumps({"score": score}) + "\n" for score in scores), encoding="utf-8")
    print(f"{len(scores) / spent:,.0f} pairs/s")


if __name__ == "__main__":
    main()
