"""The guard: finds personal data and secrecy marks in any text. Knows nothing of records."""
