"""Files for editors: schemas, scaffolds, settings of their programs. Nothing is published."""
