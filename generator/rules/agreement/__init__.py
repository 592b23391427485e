"""BT4xx: which party approved what, and whether it still counts. Nothing about the content."""
