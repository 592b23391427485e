"""What every record is declared with: scalars, references, keys, the record. No kind."""
