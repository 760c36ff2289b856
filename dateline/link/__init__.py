"""Documents into stories. In: Document, Annotations. Out: Story. Touches: nothing."""
