"""Units, areas, topics, and the keys that may sign. No record kind."""
