"""A draft as Markdown in an editor's hands, and back again."""
