"""Items into an edition: sections, overview, disputes, denials, what outlets changed."""
