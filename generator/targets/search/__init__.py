"""The search index, made from finished pages. Reads no record."""
