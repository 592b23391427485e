"""The site put together: the frame (the only importer of mkdocs), shells, outputs, preview."""
