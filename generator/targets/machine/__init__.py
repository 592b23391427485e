"""Feeds, the API and the calendar as files. Their content comes from views/machine."""
