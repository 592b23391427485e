"""BT5xx: what the guard sees, as findings. The detectors are in guard/."""
