"""The pages of the site that stand on everything below, and the list of all pages."""
