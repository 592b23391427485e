"""What each page and document may say, as finished text; templates only place it."""
