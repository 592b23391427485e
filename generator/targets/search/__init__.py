"""The search index, made from finished pages. It reads no records."""
