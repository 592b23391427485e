"""The desk: what waits for whom; the next numbers. Editors only: no page of readers uses it."""
