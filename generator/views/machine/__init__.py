"""What machines are told: the same content as on the pages, as feeds, JSON and a calendar."""
