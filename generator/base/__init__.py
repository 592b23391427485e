"""Ground floor: text, places, problems and digests; nothing about bulletins."""
