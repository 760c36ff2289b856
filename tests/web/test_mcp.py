"""The ledger as tools of an assistant: what is asked is answered with citations, and nothing is changed."""

import io
import json
from typing import Any

import pytest

from dateline.model.people import Person, Role
from dateline.web.mcp import serve
from dateline.web.mcp_tools import TOOLS
from dateline.web.room import Room, Visit
from dateline.web.strings import load_words


def _ask(room: Room, *messages: object) -> list[dict[str, Any]]:
    out = io.StringIO()
    lines = [message if isinstance(message, str) else json.dumps(message) for message in messages]

    def visit() -> Visit:
        reader = Person("mcp", Role.READER)
        return Visit(room, room.ledger.twin(), reader, load_words("en"), "system", "", room.clock())

    serve(visit, lines, out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def _call(room: Room, tool: str, **arguments: object) -> dict[str, Any]:
    call = {"name": tool, "arguments": arguments}
    (answer,) = _ask(room, {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": call})
    return answer


def test_a_client_is_welcomed_and_told_the_tools(room: Room) -> None:
    welcome, tools = _ask(
        room,
        {"jsonrpc": "2.0", "id": 0, "method": "initialize", "params": {"protocolVersion": "2025-03-26"}},
        {"jsonrpc": "2.0", "method": "notifications/initialized"},
        {"jsonrpc": "2.0", "id": 1, "method": "tools/list"},
    )
    assert welcome["result"]["protocolVersion"] == "2025-03-26"
    assert [tool["name"] for tool in tools["result"]["tools"]] == list(TOOLS)
    assert all(tool["annotations"]["readOnlyHint"] for tool in tools["result"]["tools"])


def test_every_tool_cites_the_archived_bytes(room: Room) -> None:
    before = list(room.ledger.export())
    found = _call(room, "search", query="soap factory")["result"]["structuredContent"]
    story = found["hits"][0]["story"]
    claim = room.ledger.claims([found["hits"][0]["document"]])[0].id
    entity = room.ledger.book.entities_named("")[0].id
    answers = [
        found,
        _call(room, "story", story=story)["result"]["structuredContent"],
        _call(room, "claim", claim=claim)["result"]["structuredContent"],
        _call(room, "entity", entity=entity)["result"]["structuredContent"],
    ]
    for answer in answers:
        assert answer["citations"]
        for citation in answer["citations"]:
            assert room.ledger.find_evidence(citation["sha256"])
    assert "citations" in _call(room, "disputes", story=story)["result"]["structuredContent"]
    assert list(room.ledger.export()) == before


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ("{", -32700),
        ("[]", -32600),
        ({"id": 1, "method": "resources/list"}, -32601),
        ({"id": 1, "method": "tools/call", "params": {"name": "delete"}}, -32602),
        ({"id": 1, "method": "tools/call", "params": {"name": "story", "arguments": {"story": 3}}}, -32602),
    ],
)
def test_what_is_no_call_is_refused(room: Room, message: object, code: int) -> None:
    assert [answer["error"]["code"] for answer in _ask(room, message)] == [code]


def test_what_is_not_there_is_said_in_words(room: Room) -> None:
    answer = _call(room, "story", story="s-nowhere")["result"]
    assert answer["isError"]
    assert "no story has the id" in answer["content"][0]["text"]
