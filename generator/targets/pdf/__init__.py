"""PDFs and what only they need. The one room that knows WeasyPrint."""
