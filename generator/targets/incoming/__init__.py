"""Files that other offices send (Word, ODT, text, tables), read as the beginning of records.

Nothing of them is a fact: what they say becomes details and sources of drafts, never a statement.
"""
