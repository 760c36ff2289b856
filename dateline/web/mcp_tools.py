"""The tools that an assistant is given: each looks one thing up and cites the archived bytes."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.errors import InputError
from dateline.model.documents import Document
from dateline.store.codec import encode
from dateline.web.acting.judging import find_entity
from dateline.web.room import Visit
from dateline.web.views.claims import ClaimLine
from dateline.web.views.disputes import DisputeView
from dateline.web.views.entities import entity_view
from dateline.web.views.reading import claim_view
from dateline.web.views.search import SearchAsked, search_view
from dateline.web.views.stories import Report, story_view

MOST_CLAIMS = 40  # of one story: an assistant's window is not endless

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Tool:
    """One tool; `text` parameters are strings, the first of them is required."""

    description: str
    text: Mapping[str, str]
    run: Callable[[Visit, Mapping[str, str]], Json]


def answer_search(visit: Visit, asked: Mapping[str, str]) -> Json:
    """Find documents by words."""
    found = search_view(visit, SearchAsked(asked["query"]), limit=15)
    if found.problem:
        raise InputError(found.problem)
    hits = [
        {
            "document": hit.document,
            "story": hit.story,
            "title": hit.title,
            "snippet": "".join(piece.text for piece in hit.snippet),
        }
        for hit in found.hits
    ]
    return _cited(visit, {"hits": hits, "found": found.counted}, (hit.document for hit in found.hits))


def answer_story(visit: Visit, asked: Mapping[str, str]) -> Json:
    """Tell a story: its reports by independent origin, and their claims."""
    story = story_view(visit, asked["story"])
    claims = [_claim(line) for report in story.reports for line in report.claims][:MOST_CLAIMS]
    told = {
        "headline": story.headline,
        "independent_origins": story.origins,
        "origins": story.reason,
        "reports": [_report(report) for report in story.reports],
        "claims": claims,
        "disputes": [_dispute(dispute) for dispute in story.disputes if dispute.disputed],
        "printed": [encode(sentence) for sentence in story.printed],
    }
    return _cited(visit, told, (report.document for report in story.reports))


def answer_claim(visit: Visit, asked: Mapping[str, str]) -> Json:
    """Give a claim in its sentence, with who passed it on and what was decided on it."""
    view = claim_view(visit, asked["claim"])
    told = {
        **_claim(view.claim),
        "sentence": view.sentence,
        "hedges": list(view.hedges),
        "decisions": [encode(line) for line in view.history],
        "story": view.document.story,
    }
    return _cited(visit, told, [view.document.id])


def answer_entity(visit: Visit, asked: Mapping[str, str]) -> Json:
    """Say who is who: spellings, offices, and where they are named."""
    view = entity_view(visit, find_entity(visit, asked["entity"]).id)
    told = {
        "id": view.line.id,
        "type": view.line.type,
        "name": view.line.name,
        "aliases": list(view.line.aliases),
        "roles": [encode(role) for role in view.roles],
        "joined_because": [encode(judged) for judged in view.judgements[:10]],
    }
    return _cited(visit, told, (each.document for each in view.told[:20]))


def answer_disputes(visit: Visit, asked: Mapping[str, str]) -> Json:
    """Say what the reports of a story do not agree on."""
    disputes = [dispute for dispute in story_view(visit, asked["story"]).disputes if dispute.disputed]
    documents = (t.document for dispute in disputes for v in dispute.versions for t in v.tellers)
    return _cited(visit, {"disputes": [_dispute(dispute) for dispute in disputes]}, documents)


TOOLS = {
    "search": Tool(
        "Search the archived news. Words stand for AND; \"phrases\", OR and -not; outlet:ID, lang:fa, "
        "from:2020-03-08, until:2020-03 narrow it down. Any language of the ledger.",
        {"query": "what to look for"},
        answer_search,
    ),
    "story": Tool(
        "One story: its reports, how many independent origins they have, and who claims what.",
        {"story": "a story's id, from search"},
        answer_story,
    ),
    "claim": Tool(
        "One claim in its exact words, with the chain of those who passed it on.",
        {"claim": "a claim's id"},
        answer_claim,
    ),
    "entity": Tool(
        "Who somebody or something is: spellings in every script, offices over time.",
        {"entity": "an id or a name"},
        answer_entity,
    ),
    "disputes": Tool(
        "What the reports of a story do not agree on, and who says which.",
        {"story": "a story's id"},
        answer_disputes,
    ),
}  # fmt: skip


def _cited(visit: Visit, told: Json, documents: Iterable[str]) -> Json:
    """Add the citations of an answer: where each document was printed, and the hash of its bytes."""
    found = visit.ledger.documents_by_id(list(dict.fromkeys(documents)))
    return {**told, "citations": [_citation(visit, document) for document in found.values()]}


def _citation(visit: Visit, document: Document) -> Json:
    outlet = visit.room.outlets.get(document.outlet or "")
    return {
        "document": document.id,
        "outlet": outlet.name if outlet else document.outlet,
        "title": document.title,
        "printed": document.published.value if document.published else None,
        "url": document.url,
        "captured_at": document.captured_at.isoformat(),
        "sha256": document.evidence,
    }


def _claim(line: ClaimLine) -> Json:
    chain = [{"kind": link.kind, "name": link.name, "anonymous": link.anonymous} for link in line.chain]
    return {
        "claim": line.id,
        "words": line.text,
        "chain": chain,
        "certainty": line.certainty,
        "denied": line.denied,
        "standing": line.verdict,
        "document": line.document,
    }


def _report(report: Report) -> Json:
    return {
        "document": report.document,
        "outlet": report.outlet.name,
        "title": report.title,
        "printed": report.printed,
        "origin": report.origin,
        "copied_by": [copy.outlet.name for copy in report.copies],
    }


def _dispute(dispute: DisputeView) -> Json:
    return {
        "about": dispute.about,
        "of": dispute.of,
        "day": dispute.day,
        "versions": [
            {
                "value": version.value,
                "given_by": [
                    {"outlet": teller.outlet.name, "document": teller.document, "words": teller.quote}
                    for teller in version.tellers
                ],
            }
            for version in dispute.versions
        ],
    }
