"""What the expressions that a pattern found mean."""
