"""Stories and claims into assessments, agreements on figures, and acceptance.

In: Story, Document, Annotations, Claim. Out: Assessment, Agreement, Decision. Touches: nothing.
"""

from dateline.assess.acceptance import accept_by_rule
from dateline.assess.agreement import find_agreements
from dateline.assess.origins import assess_story

__all__ = ["accept_by_rule", "assess_story", "find_agreements"]
