"""The building blocks of records: scalars, references, keys, the record. No kind."""
