"""YAML text to plain values with places; YAML errors in plain words. No records."""
