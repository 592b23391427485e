"""Publishing: whole releases side by side, and the one step that shows readers the next one."""
