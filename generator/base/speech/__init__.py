"""A Vietnamese text as it is read aloud. Knows nothing of bulletins."""
