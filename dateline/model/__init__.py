"""The nouns: frozen records without behaviour, shared by every stage."""
