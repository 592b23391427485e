"""All bulletins of a year as one book. Adds no content of its own."""
