"""YAML text to plain values with places, and its complaints in plain words. No records."""
