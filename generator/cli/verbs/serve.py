"""bulletin serve: local preview of what has been issued, with live reload."""

import gc
from functools import partial

import click

from generator.base.diagnostics import BulletinError
from generator.base.text import Bilingual
from generator.cli.report.report import say
from generator.cli.session.session import Session

PORT = 8000
_OPEN = Bilingual(
    "Mở {address} trong trình duyệt; dừng bằng Ctrl+C.",
    "Open {address} in a browser; stop with Ctrl+C.",
)


@click.command("serve")
@click.option("--drafts", is_flag=True, help="Thêm Bàn biên tập và bản nháp · The desk and drafts")
@click.option("--port", type=click.IntRange(1, 65535), default=PORT, help="Cổng · Port")
@click.pass_obj
def command(session: Session, port: int, *, drafts: bool) -> None:
    from generator.targets.site.frame import PreviewSite  # noqa: PLC0415  only here is MkDocs needed
    from generator.targets.site.preview import issued_only, with_desk  # noqa: PLC0415

    gc.enable()  # unlike other verbs, this one runs for hours
    make_plan = partial(with_desk if drafts else issued_only, session.root, session.at)
    server = PreviewSite(session.root, make_plan, port)
    try:
        server.make()
        address = f"http://127.0.0.1:{port}/{'desk/' if drafts else ''}"
        say(session.words(_OPEN).format(address=address))
        server.run()
    except OSError as error:
        raise BulletinError(
            f"Không mở được cổng {port}: {error.strerror}; chọn cổng khác bằng --port.",
            f"Port {port} cannot be opened: {error.strerror}; choose another with --port.",
        ) from error
    except KeyboardInterrupt:
        return
    finally:
        server.close()
