"""What verbs share: workspace, moment, compiled content, sign-off files. Prints nothing."""
