"""Names of persons, and words that only look like names. No numbers, no addresses."""
