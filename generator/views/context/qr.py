"""QR codes as inline SVG, and what a sheet of paper says where the site has no address."""

from io import BytesIO
from typing import NamedTuple

import segno
from markupsafe import Markup

from generator.views.context.formatter import Formatter, contact_text


class WayToCheck(NamedTuple):
    """How the holder of a sheet learns whether it still holds: by code and address, or by asking.

    Code and address are empty where the site's address is not known (spec, 5).
    """

    code: Markup
    see: str
    address: str


def way_to_check(formatter: Formatter, address: str, unit: str) -> WayToCheck:
    """For the sheet of a message or an event: `unit` answers for it."""
    if address:
        code = qr_svg(address, f"QR: {address}")
        return WayToCheck(code, formatter.label("card_scan"), address)
    whom = contact_text(formatter, unit)
    return WayToCheck(Markup(), formatter.label("card_ask").format(whom=whom), "")


def qr_svg(address: str, title: str) -> Markup:
    """The code of an address; `title` is for screen readers. About 15 % of it may be damaged."""
    svg = BytesIO()
    segno.make(address, error="m", micro=False).save(
        svg, kind="svg", title=title, xmldecl=False, nl=False, omitsize=True, svgclass="qr"
    )
    return Markup(svg.getvalue().decode())  # noqa: S704  drawn here, the title escaped
