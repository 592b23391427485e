"""The pages of the site that use all rooms below, and the list of all pages."""
