"""Feeds, the API and the calendar as files. What they say is in views/machine."""
