"""What is referred to the deciding body, on paper. Drafts only, never published."""
