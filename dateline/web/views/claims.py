"""Claims in short: the words, who said them and through whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.assess.grades import ClaimGrade
from dateline.model.claims import Claim, Link
from dateline.model.documents import Document
from dateline.model.ledger import Decision, Verdict

JOIN = " … "
FEWEST_WORDS = 4  # of a content that is understood without its sentence


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One who passed a claim on; `name` is `None` where the text names nobody."""

    kind: str
    name: str | None
    anonymous: bool
    date: str | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim on one line. `verdict` is "accept", "reject" or `None`; `edited` are a person's words.

    `grade` is its digit of the Admiralty code with the rule or the analyst that gives it, where it was asked
    for. `sentence` is the whole sentence of a content that tells little alone ("rejected it").
    """

    id: str
    document: str
    text: str
    lang: str
    chain: tuple[ChainLink, ...]
    mode: str
    certainty: str
    denied: bool
    confidence: float
    verdict: str | None
    decided_by: str | None
    edited: str | None = None
    grade: ClaimGrade | None = None
    sentence: str | None = None


def chain_links(chain: Sequence[Link]) -> tuple[ChainLink, ...]:
    """Return the chain as it is shown, from the one who first said it."""
    return tuple(ChainLink(link.kind.value, link.name, link.anonymous, link.date) for link in chain)


def claim_line(
    claim: Claim, document: Document, decisions: Sequence[Decision] = (), grade: ClaimGrade | None = None
) -> ClaimLine:
    """Return a claim with what stands on it; `decisions` are those on it that were not undone."""
    standing = standing_of(decisions)
    text = JOIN.join(span.of(document.text) for span in claim.content)
    return ClaimLine(
        id=claim.id,
        document=document.id,
        text=text,
        lang=document.lang,
        chain=chain_links(claim.chain),
        mode=claim.mode.value,
        certainty=claim.certainty.value,
        denied=claim.polarity.value == "denied",
        confidence=round(claim.confidence, 2),
        verdict=standing.verdict.value if standing else None,
        decided_by=standing.by if standing else None,
        edited=edited_words(decisions),
        grade=grade,
        sentence=claim.sentence.of(document.text) if len(text.split()) < FEWEST_WORDS else None,
    )


def standing_of(decisions: Sequence[Decision]) -> Decision | None:
    """Return the decision that counts: the last of a person, else the last of a rule."""
    deciding = [each for each in decisions if each.verdict in (Verdict.ACCEPT, Verdict.REJECT)]
    personal = [each for each in deciding if not each.by.startswith("rule:")]
    counting = personal or deciding
    return counting[-1] if counting else None


def edited_words(decisions: Sequence[Decision]) -> str | None:
    """Return the words that a person last gave a claim; the original stays where it is."""
    edits = [each for each in decisions if each.verdict is Verdict.EDIT]
    return edits[-1].value if edits else None


def by_subject(decisions: Sequence[Decision]) -> Mapping[str, list[Decision]]:
    """Return decisions by what they are on, in order."""
    found: dict[str, list[Decision]] = {}
    for decision in decisions:
        found.setdefault(decision.subject, []).append(decision)
    return found
