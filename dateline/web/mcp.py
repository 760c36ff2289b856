"""A read-only MCP server on standard input and output: an assistant asks the ledger, and gets citations.

Reference: Model Context Protocol, revision 2025-06-18: JSON-RPC 2.0, one message a line. The part of it that
a server of tools needs is this page; the `mcp` package would bring 15 distributions and 21 MB for it.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO

from dateline import __version__
from dateline.errors import DatelineError
from dateline.web.mcp_tools import TOOLS, Json, Tool
from dateline.web.room import Visit

PROTOCOLS = ("2025-06-18", "2025-03-26", "2024-11-05")
PARSE_ERROR, INVALID_REQUEST, NO_METHOD, BAD_PARAMETERS = -32700, -32600, -32601, -32602
INSTRUCTIONS = (
    "A ledger of attributed claims read from archived news. Every answer has `citations`: name the outlet "
    "and the day of each thing you repeat. A claim is what somebody said, not what is so: keep who said it, "
    "through whom, and how sure. Where reports disagree, say so and give both."
)


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
