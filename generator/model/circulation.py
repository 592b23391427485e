"""Circulation: who may read a bulletin, and so which site shows it."""

from generator.base.text import Choice


class Circulation(Choice):
    """Who may read it."""

    PUBLIC = "public", "công khai", "public"
    INTERNAL = "internal", "lưu hành nội bộ", "internal circulation"
