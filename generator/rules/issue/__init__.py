"""BT7xx: what a bulletin being issued must be. Files of editions are judged in editions/."""
