"""How the packaged gazetteer is made."""
