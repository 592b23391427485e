"""A generated corpus, and benchmarks against it."""
