"""A query into hits. In: query, store. Out: hits with spans. Touches: store."""
