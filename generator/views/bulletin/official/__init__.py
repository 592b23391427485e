"""The text of an official paper: sentences composed from the records, placed as such papers are."""
