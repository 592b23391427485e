"""Everything the editors wrote and the state it is in. Nothing of what was issued since."""
