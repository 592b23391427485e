"""BT6xx: whether what is written can be used, in time and in length; and promises to readers."""
