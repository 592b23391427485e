"""Every word that readers see, read from theme/locale. Only words: no page, no decision."""
