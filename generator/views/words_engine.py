"""The words of what the print engine adds to a bulletin."""

from collections.abc import Mapping

from generator.base.text import Bilingual as Word

ENGINE: Mapping[str, Word] = {
    "pictures": Word("Hình ảnh kèm theo", "Attached pictures"),
}
