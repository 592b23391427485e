"""BT1xx and BT2xx: keys, ids, links and references. Nothing about truth or people."""
