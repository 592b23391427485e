"""How the guard reads a text: plain letters, patterns, signs, what was seen. No detector."""
