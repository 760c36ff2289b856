"""The forms of an edition: one file a form, and the table that names them."""
