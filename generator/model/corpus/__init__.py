"""Everything the editors wrote, and its computed state. Nothing for readers."""
