"""One file a migration, numbered; none is edited once released."""
