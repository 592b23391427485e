"""Pictures of every type of page, to be looked at: `make screenshots`."""
