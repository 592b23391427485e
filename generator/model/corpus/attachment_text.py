"""Texts and facts extracted from an attachment, so that rules need not open files."""

from typing import NamedTuple


class Extract(NamedTuple):
    """An attachment's texts (pages and metadata), and what its image data reveals."""

    texts: tuple[str, ...] = ()
    is_photo: bool = False
    has_camera_data: bool = False
    has_position: bool = False

    @property
    def tells_more(self) -> bool:
        """Whether hidden data tells where, when or with what the picture was taken."""
        return self.has_position or self.has_camera_data
