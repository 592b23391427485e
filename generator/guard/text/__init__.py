"""How the guard reads a text: passages, patterns, the prefilter, sightings. No detector."""
