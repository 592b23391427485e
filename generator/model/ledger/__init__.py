"""Everything issued up to a moment, and what of it still holds. No drafts."""
