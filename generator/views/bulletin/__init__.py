"""A bulletin version in words, for its page and for paper. No list of bulletins."""
