"""Where finished text goes: the site, PDFs, schemas, and what is kept between runs."""
