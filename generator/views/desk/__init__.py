"""The pages of the desk and of drafts. They know the Corpus and are never published."""
