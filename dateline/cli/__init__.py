"""One file a command: parse, open doors, call, print."""
