"""What was read out of an attachment, so that rules can judge it without opening files."""

from typing import NamedTuple


class Extract(NamedTuple):
    """An attachment's texts (pages and metadata), and what its image data gives away."""

    texts: tuple[str, ...] = ()
    is_photo: bool = False
    has_camera_data: bool = False
    has_position: bool = False
