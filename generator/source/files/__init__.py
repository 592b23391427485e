"""Every file of a workspace read and validated by itself. No references between files."""
