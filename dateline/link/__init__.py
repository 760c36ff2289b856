"""Documents into stories. In: Document, Annotations. Out: Story. Touches: nothing."""

from dateline.link.linked import Linked, link_stories
from dateline.link.stories import Placement, StoryStream

__all__ = ["Linked", "Placement", "StoryStream", "link_stories"]
