"""Every word that readers see, in both languages. Only words: no page, no decision."""
