"""The desk: what waits for whom. Only what editors may see; readers' pages never ask here."""
