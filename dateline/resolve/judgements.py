"""Judgements on names: same, not same, unsure; by rule or by person, appended, undone, never gone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from dateline.model.annotations import MentionType
from dateline.model.identity import content_id
from dateline.model.ledger import Decision, Verdict
from dateline.text.fold import folded_words

RULE = "rule:names/1"
JUDGED = frozenset({Verdict.SAME, Verdict.NOT_SAME, Verdict.UNSURE})
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Standing:
    """The last judgement that stands on two names."""

    verdict: Verdict
    decision: Decision


def naming_key(type: MentionType, name: str) -> str:
    """Return the folded words by which spellings of a name are one."""
    return f"{type.value} {' '.join(folded_words(name))}"


def naming_id(type: MentionType, name: str) -> str:
    """Return the id that judgements on a name have as their subject."""
    return content_id("n", naming_key(type, name))


def pair_of(one: str, other: str) -> Pair:
    """Return two ids in order."""
    return (one, other) if one <= other else (other, one)


def standing_judgements(decisions: Iterable[Decision]) -> dict[Pair, Standing]:
    """Return what stands on each two names: a person's word outranks a rule's, and the last one counts."""
    decisions = list(decisions)
    undone = {decision.subject for decision in decisions if decision.verdict is Verdict.UNDO}
    by_rule: dict[Pair, Standing] = {}
    by_person: dict[Pair, Standing] = {}
    for decision in decisions:
        if decision.verdict in JUDGED and decision.other is not None and decision.id not in undone:
            judged = by_rule if decision.by.startswith("rule:") else by_person
            judged[pair_of(decision.subject, decision.other)] = Standing(decision.verdict, decision)
    return {**by_rule, **by_person}


def barred_pairs(decisions: Iterable[Decision]) -> dict[Pair, Verdict]:
    """Return the names that a rule judged the same and a person took apart by undoing that."""
    decisions = list(decisions)
    undone = {decision.subject for decision in decisions if decision.verdict is Verdict.UNDO}
    return {
        pair_of(decision.subject, decision.other): Verdict.NOT_SAME
        for decision in decisions
        if decision.id in undone and decision.by.startswith("rule:") and decision.other is not None
    }


def judge(  # noqa: PLR0913 the fields of a decision
    one: str, other: str, verdict: Verdict, *, by: str, at: datetime, why: str, score: float | None = None
) -> Decision:
    """Return a judgement on two names; the same one made twice by a rule is one."""
    first, second = pair_of(one, other)
    when = None if by.startswith("rule:") else at.isoformat()
    id = content_id("j", verdict.value, first, second, by, when, why, score)
    return Decision(id, verdict, first, by, at, why, second, score)


def undo(decision: Decision, *, by: str, at: datetime, why: str) -> Decision:
    """Return the decision that takes another back."""
    id = content_id("j", Verdict.UNDO.value, decision.id, by, at.isoformat(), why)
    return Decision(id, Verdict.UNDO, decision.id, by, at, why)


def verdicts(standing: Mapping[Pair, Standing]) -> dict[Pair, Verdict]:
    """Return the verdict on each two names."""
    return {pair: judged.verdict for pair, judged in standing.items()}
