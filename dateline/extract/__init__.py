"""Documents into annotations. In: Document. Out: Annotations. Touches: inference."""
