"""What the press keeps of a growing PDF: the list of its pages, bytes of what is done."""

import pydyf  # type: ignore[import-untyped]  # it ships no types


class Pages(pydyf.PDF):  # type: ignore[misc]  # it ships no types
    """A PDF that knows its pages without counting them anew for each tag."""

    def __init__(self) -> None:
        super().__init__()
        self._known: list[bytes] = []

    @property
    def page_references(self) -> list[bytes]:
        return self._known

    def add_page(self, page: pydyf.Dictionary) -> None:
        super().add_page(page)
        self._known.append(page.reference)


class Finished(pydyf.Object):  # type: ignore[misc]  # it ships no types
    """An object of which only the bytes are kept."""

    data = b""
    compressible = True

    def __init__(self, one: pydyf.Object) -> None:
        super().__init__()
        self.number, self.data, self.compressible = one.number, one.data, one.compressible
