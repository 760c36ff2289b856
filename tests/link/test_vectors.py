"""Centroids: likeness between 0 and 1, the same whichever way it is asked, and bounded in size."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.link.vectors import MAX_FEATURES, Centroid, to_unit

weights = st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0.1, 9), min_size=1)


def centroid(*vectors: dict[str, float]) -> Centroid:
    made = Centroid()
    for vector in vectors:
        made.add(to_unit(vector))
    return made


@given(weights)
def test_a_vector_is_wholly_like_itself(vector: dict[str, float]) -> None:
    assert centroid(vector).likeness_to(to_unit(vector)) == pytest.approx(1)


@given(weights, weights, weights)
def test_likeness_has_no_direction_and_stays_in_bounds(
    one: dict[str, float], two: dict[str, float], three: dict[str, float]
) -> None:
    pair, single = centroid(one, two), centroid(three)
    assert pair.likeness(single) == pytest.approx(single.likeness(pair))
    assert pair.likeness(single) == pytest.approx(pair.likeness_to(to_unit(three)))
    assert 0 <= pair.likeness(single) <= 1 + 1e-9


@given(weights, weights, weights)
def test_joined_centroids_are_those_of_all_their_vectors(
    one: dict[str, float], two: dict[str, float], three: dict[str, float]
) -> None:
    joined, probe = centroid(one), to_unit({"a": 1.0, "b": 2.0})
    joined.absorb(centroid(two, three))
    assert joined.count == 3
    assert joined.likeness_to(probe) == pytest.approx(centroid(one, two, three).likeness_to(probe))


def test_nothing_is_like_nothing() -> None:
    assert to_unit({}) == {}
    assert to_unit({"a": 0.0}) == {}
    assert centroid({"a": 1.0}).likeness_to({}) == 0
    assert centroid({}).likeness_to({"a": 1.0}) == 0


def test_a_large_centroid_keeps_its_heaviest_features() -> None:
    wide = {f"f{number}": 1.0 for number in range(MAX_FEATURES)}
    made = centroid({"heavy": 1.0}, {**wide, "heavy": 50.0}, {"g": 1.0})
    assert "heavy" in made
    assert "g" in made
    made.compact(2)
    assert [feature for feature in ("heavy", "g", "f1") if feature in made] == ["heavy", "g"]
