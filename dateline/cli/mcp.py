"""`dateline mcp`: the ledger as tools for an assistant."""

from dateline.cli.options import HERE, DeskArgument


def command(desk: DeskArgument = HERE) -> None:
    """Serve the ledger to an assistant over MCP on standard input and output, to read only.

    Tools: search, story, claim, entity, disputes; every answer has citations with outlet, day, address and
    the SHA-256 of the archived bytes. Name this command in the settings of a client that speaks the
    Model Context Protocol.

    Example: {"mcpServers": {"dateline": {"command": "dateline", "args": ["mcp", "my-desk"]}}}
    """
    from dateline.cli.web_extra import require_web

    require_web()
    from dateline.desk import load_desk
    from dateline.web.mcp import serve_standard_streams
    from dateline.web.server import open_to_read

    with open_to_read(load_desk(desk)) as visit_now:
        serve_standard_streams(visit_now)
