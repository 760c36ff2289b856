"""Documents into stories. In: Document, Annotations. Out: Story. Touches: nothing."""

from dateline.link.stories import link_stories

__all__ = ["link_stories"]
