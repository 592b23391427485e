"""What editors get: schemas, scaffolds, files for their programs. Nothing that is published."""
