"""What machines read: the content of the pages as feeds, JSON and a calendar."""
