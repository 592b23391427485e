"""For reading without a network: saved pages, single files, the zip. Makes no page."""
