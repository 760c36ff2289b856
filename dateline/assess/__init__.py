"""Stories and claims into assessments and acceptance. In: Story, Document, Claim. Out: Assessment, Decision. Touches: nothing."""
