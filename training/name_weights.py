"""What each feature of two persons' names is worth: logistic regression on politicians and invented people.

Run: `python -m training.name_weights [--corpora ~/corpora]` after `python -m training.names`.
"""

import argparse
import json
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from dateline.model.annotations import MentionType
from dateline.text.naming.analysis import analyse_name
from dateline.text.naming.pairing import pair_words
from dateline.text.naming.persons import FEATURES, person_features
from training.name_cases import Case, name_cases, variant_cases
from training.name_pairs import CHOOSE, read_politicians, read_variants

OUT = Path(__file__).parent.parent / "dateline/text/naming/weights.json"
SEED = 11
INVENTED = 6_000
RIDGE = 1.0
STEPS = 40
# What newspapers taught us, beside the corpora: few politicians there share all but a generation.
PRIOR = {
    "other generation": -8.0,
    "generation on one side": -7.0,
    "other initials": -8.0,
    "other vowels": -2.5,
}
FIRM = {"other generation": 500, "generation on one side": 500, "other initials": 500, "other vowels": 300}


def main() -> None:
    """Fit the weights and write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path(os.environ.get("DATELINE_CORPORA", "~/corpora")))
    folder = parser.parse_args().corpora.expanduser() / "12_names"
    cases = name_cases(read_politicians(folder, CHOOSE), SEED)
    cases += variant_cases(read_variants(), SEED, INVENTED)
    features, same = feature_matrix(cases)
    weights = fit(features, same)
    made = {name: round(float(weight), 3) for name, weight in zip(FEATURES, weights, strict=True)}
    card = {
        "made_by": "training/name_weights.py",
        "corpora": "EveryPolitician (CC0), choosing half; invented people",
    }
    OUT.write_text(json.dumps({"card": card, "person": made}, indent=1) + "\n", encoding="utf-8")
    right = ((features @ weights > 0) == same).mean()
    print(json.dumps(made, indent=1), f"{len(cases)} cases, {right:.3f} right on them")


def feature_matrix(cases: Sequence[Case]) -> tuple[np.ndarray, np.ndarray]:
    """Return the features of each case and whether it is one person."""
    rows, same = [], []
    for case in cases:
        first, second = (analyse_name(name, MentionType.PERSON) for name in (case.first, case.second))
        if first.words and second.words and first.key != second.key:
            rows.append(person_features(first, second, pair_words(first.words, second.words)))
            same.append(case.same)
    return np.array(rows), np.array(same)


def fit(features: np.ndarray, same: np.ndarray) -> np.ndarray:
    """Return the weights of most likelihood near the prior ones, by Newton's method."""
    prior = np.array([PRIOR.get(name, 0.0) for name in FEATURES])
    weights = prior.copy()
    strength = np.array([RIDGE * FIRM.get(name, 1) for name in FEATURES])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(features @ weights, -30, 30)))
        gradient = features.T @ (same - chance) - strength * (weights - prior)
        curvature = (features * (chance * (1 - chance))[:, None]).T @ features + np.diag(strength)
        weights += np.linalg.solve(curvature, gradient)
    return weights


if __name__ == "__main__":
    main()
