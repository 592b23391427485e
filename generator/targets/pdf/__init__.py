"""PDFs and what only they need. The only room that knows WeasyPrint."""
