"""Freezing, chaining, comparing and folding editions."""
