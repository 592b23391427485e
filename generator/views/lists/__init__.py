"""Lists of records and bulletins, and the lines in them. No page of a single record."""
