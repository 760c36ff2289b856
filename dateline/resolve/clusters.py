"""Clusters derived from judgements: names judged the same, save where that would join names judged apart."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from dateline.model.ledger import Verdict
from dateline.resolve.judgements import Pair, pair_of

MOST_COMPARED = 6  # members of a cluster that a newcomer must not be apart from
Scored = tuple[float, str, str]


def derive_clusters(
    ids: Iterable[str],
    scored: Sequence[Scored],
    judged: Mapping[Pair, Verdict],
    *,
    least: float,
    are_apart: Callable[[str, str], bool],
) -> dict[str, str]:
    """Return for each id the head of its cluster.

    Pairs of at least `least` are joined, the likeliest first, unless two members of their clusters
    `are_apart` or were judged not the same. Then names that persons judged the same are, whatever they are.
    """
    members = {id: [id] for id in ids}
    head = {id: id for id in members}
    for score, one, other in sorted(scored, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if score < least or head[one] == head[other] or judged.get(pair_of(one, other)) is Verdict.UNSURE:
            continue
        group, other_group = members[head[one]], members[head[other]]
        if not _is_barred(group, other_group, judged) and not _have_apart(group, other_group, are_apart):
            _join(head, members, one, other)
    for (one, other), verdict in sorted(judged.items()):
        if verdict is Verdict.SAME and one in head and other in head:
            _join(head, members, one, other)
    return head


def _is_barred(group: Sequence[str], other: Sequence[str], judged: Mapping[Pair, Verdict]) -> bool:
    return bool(judged) and any(
        judged.get(pair_of(one, two)) is Verdict.NOT_SAME for one in group for two in other
    )


def _have_apart(group: Sequence[str], other: Sequence[str], are_apart: Callable[[str, str], bool]) -> bool:
    return any(are_apart(one, two) for one in group[:MOST_COMPARED] for two in other[:MOST_COMPARED])


def _join(head: dict[str, str], members: dict[str, list[str]], one: str, other: str) -> None:
    first, second = sorted((head[one], head[other]))
    if first != second:
        for id in members.pop(second):
            head[id] = first
            members[first].append(id)
