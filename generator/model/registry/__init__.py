"""Who, where and about what, and who may sign. No record kind."""
