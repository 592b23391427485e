"""The steps of a build: plan, cache, processes, output folder, last check. No content."""
