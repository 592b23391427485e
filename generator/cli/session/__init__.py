"""What verbs start from and share: workspace, moment, compiled content. Prints nothing."""
