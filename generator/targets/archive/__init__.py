"""The archive of a year: what an office keeps when the program and its forge are gone."""
