"""Names of persons, and what only looks like one. No numbers, no addresses."""
