"""How a web server is to send the files of a release: for a bucket, where no recipe can say it.

The recipe of nginx says the same; a test holds one against the other.
"""

from collections.abc import Mapping
from pathlib import PurePosixPath

from generator.targets.release.stage import IMMUTABLE

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "application/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".xml": "text/xml; charset=utf-8",
    ".zip": "application/zip",
}
_FEEDS = {"feed.xml": "application/atom+xml", "feed.json": "application/feed+json"}


def headers_of(path: str, circulation: str) -> Mapping[str, str]:
    """The type of a file, and how long a browser may keep it without asking again."""
    name = PurePosixPath(path)
    sort = _FEEDS.get(name.name) or _TYPES.get(name.suffix, "application/octet-stream")
    whose = "public" if circulation == "public" else "private"
    keeps = "max-age=31536000, immutable" if IMMUTABLE.search(path) else "no-cache"
    return {"ContentType": sort, "CacheControl": f"{whose}, {keeps}"}
