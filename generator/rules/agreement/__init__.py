"""BT4xx: who agreed to what, and whether that still stands. Nothing about what is said."""
