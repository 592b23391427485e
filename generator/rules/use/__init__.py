"""BT6xx: whether content is usable, in time and in length; and promises to readers."""
