"""One frozen version of a bulletin, by itself. The chain of editions is in editions/."""
