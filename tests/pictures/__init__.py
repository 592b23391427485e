"""`make pictures`: the pictures of the guide, taken of the real program and of real pages."""
