"""A read-only MCP server on standard input and output: an assistant asks the ledger, and gets citations.

Reference: Model Context Protocol, revision 2025-06-18: JSON-RPC 2.0, one message a line. The part of it that
a server of tools needs is this page; the `mcp` package would bring 15 distributions and 21 MB for it.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TextIO

from dateline import __version__
from dateline.errors import DatelineError, InputError
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

PROTOCOLS = ("2025-06-18", "2025-03-26", "2024-11-05")
MOST_CLAIMS = 40  # of one story: an assistant's window is not endless
PARSE_ERROR, INVALID_REQUEST, NO_METHOD, BAD_PARAMETERS = -32700, -32600, -32601, -32602
INSTRUCTIONS = (
    "A ledger of attributed claims read from archived news. Every answer has `citations`: name the outlet "
    "and the day of each thing you repeat. A claim is what somebody said, not what is so: keep who said it, "
    "through whom, and how sure. Where reports disagree, say so and give both."
)

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


def serve(visit_now: Callable[[], Visit], lines: Iterable[str], out: TextIO) -> None:
    """Answer each message until the input ends; `visit_now` gives a fresh visit for each."""
    for line in lines:
        if line.strip():
            for answer in _answers(visit_now, line):
                out.write(json.dumps(answer, ensure_ascii=False) + "\n")
                out.flush()


def serve_standard_streams(visit_now: Callable[[], Visit]) -> None:
    """Serve on standard input and output."""
    serve(visit_now, sys.stdin, sys.stdout)


def _answers(visit_now: Callable[[], Visit], line: str) -> Iterator[Json]:
    try:
        message = json.loads(line)
    except ValueError as error:
        yield _failure(None, PARSE_ERROR, f"not JSON: {error}")
        return
    if not isinstance(message, dict) or not isinstance(message.get("method"), str):
        yield _failure(None, INVALID_REQUEST, "expected an object with a method")
    elif "id" in message:  # without one it is a notification, which has no answer
        yield _answer(visit_now, message["id"], message["method"], message.get("params"))


def _answer(visit_now: Callable[[], Visit], id: object, method: str, given: object) -> Json:
    parameters = given if isinstance(given, dict) else {}
    match method:
        case "initialize":
            return _success(id, _welcome(parameters))
        case "ping":
            return _success(id, {})
        case "tools/list":
            return _success(id, {"tools": [_described(name, tool) for name, tool in TOOLS.items()]})
        case "tools/call":
            return _call(visit_now, id, parameters)
    return _failure(id, NO_METHOD, f"no method {method!r}; this server has tools only")


def _welcome(parameters: Json) -> Json:
    asked = parameters.get("protocolVersion")
    return {
        "protocolVersion": asked if asked in PROTOCOLS else PROTOCOLS[0],
        "capabilities": {"tools": {}},
        "serverInfo": {"name": "dateline", "version": __version__},
        "instructions": INSTRUCTIONS,
    }


def _described(name: str, tool: Tool) -> Json:
    properties: Json = {key: {"type": "string", "description": words} for key, words in tool.text.items()}
    return {
        "name": name,
        "description": tool.description,
        "inputSchema": {"type": "object", "properties": properties, "required": list(tool.text)},
        "annotations": {"readOnlyHint": True, "openWorldHint": False},
    }


def _call(visit_now: Callable[[], Visit], id: object, parameters: Json) -> Json:
    tool = TOOLS.get(str(parameters.get("name")))
    arguments = parameters.get("arguments") or {}
    if tool is None:
        return _failure(id, BAD_PARAMETERS, f"no such tool; there are {', '.join(TOOLS)}")
    if not isinstance(arguments, dict) or not all(isinstance(arguments.get(key), str) for key in tool.text):
        return _failure(id, BAD_PARAMETERS, f"expected strings for {', '.join(tool.text)}")
    try:
        told = tool.run(visit_now(), arguments)
    except DatelineError as error:
        return _success(id, {"content": [{"type": "text", "text": str(error)}], "isError": True})
    text = json.dumps(told, ensure_ascii=False)
    return _success(id, {"content": [{"type": "text", "text": text}], "structuredContent": told})


def _success(id: object, result: Json) -> Json:
    return {"jsonrpc": "2.0", "id": id, "result": result}


def _failure(id: object, code: int, message: str) -> Json:
    return {"jsonrpc": "2.0", "id": id, "error": {"code": code, "message": message}}


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
