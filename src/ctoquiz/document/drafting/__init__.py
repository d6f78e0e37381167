"""Candidates for facts in a document: families marked as drafts, for the author to confirm, mend or throw away."""
