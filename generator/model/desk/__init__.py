"""The desk: what waits for whom. For editors only; the readers' pages never use it."""
