"""Examples that run: each folder is one desk with its material."""
