"""BT3xx: only what was verified and concluded is stated. Nothing about who agreed."""
