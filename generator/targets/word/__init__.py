"""A finished print as a Word file, for the clerk who numbers it and has it signed."""
