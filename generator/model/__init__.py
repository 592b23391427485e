"""What a bulletin is made of: data only, no files, no clock."""
