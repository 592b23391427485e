"""QR codes as inline SVG: black squares that need no image file."""

from io import BytesIO

import segno
from markupsafe import Markup


def qr_svg(address: str, title: str) -> Markup:
    """The code of an address; `title` is for screen readers. About 15 % of it may be damaged."""
    svg = BytesIO()
    segno.make(address, error="m", micro=False).save(
        svg, kind="svg", title=title, xmldecl=False, nl=False, omitsize=True, svgclass="qr"
    )
    return Markup(svg.getvalue().decode())  # noqa: S704  drawn here, the title escaped
