"""What the program generates itself: digests, ids of feeds and calendars, folders of attachments.

By chance one in a thousand holds figures that look like a person's number, and nobody could edit
them away. They are blanked before anything is searched, in records and in finished files alike.
"""

import re

# The patterns follow what is written: uuid.uuid5, sha256 in full, the folder of an attachment
# (12 digits of its digest), and the hashes of a content security policy.
_MACHINE = re.compile(
    r"(?<![0-9A-Za-z])(?:"
    r"[0-9a-f]{32,128}"
    r"|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
    r"|attachments/[0-9a-f]{12}(?=/)"
    r"|sha(?:256|384|512)-[A-Za-z0-9+/]{43,86}={0,2}"
    r")(?![0-9A-Za-z])"
)


def without_machine_strings(text: str) -> str:
    """The text with a mark in place of each letter of such a string; its length is the same.

    No pattern of the guard matches across the mark, as across the border between two texts.
    """
    return _MACHINE.sub(lambda match: "\x00" * len(match[0]), text)
