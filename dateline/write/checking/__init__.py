"""One sentence held against the texts it cites, whoever or whatever wrote it."""
