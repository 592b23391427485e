"""The whole site: the frame (the only importer of mkdocs), shells, outputs, preview."""
