"""Mentions into entities of the ledger. In: Annotations. Out: Entity, Decision. Touches: nothing."""
