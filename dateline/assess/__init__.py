"""Stories and claims into assessments and acceptance.

In: Story, Document, Claim. Out: Assessment, Decision. Touches: nothing.
"""

from dateline.assess.acceptance import accept_by_rule
from dateline.assess.origins import assess_story

__all__ = ["accept_by_rule", "assess_story"]
