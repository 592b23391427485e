"""What was issued up to a moment and what of it holds. No drafts."""
