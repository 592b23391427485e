"""The pages of the desk and of drafts. They read the Corpus and are never published."""
