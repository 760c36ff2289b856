"""Documents into stories. In: Document, Annotations. Out: Story. Touches: nothing."""

from dateline.link.stories import Placement, StoryStream, link_stories

__all__ = ["Placement", "StoryStream", "link_stories"]
