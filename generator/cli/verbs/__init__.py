"""One file for each verb, each with its `command`. Loaded only when used."""
