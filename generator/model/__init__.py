"""The data of bulletins: no files, no clock."""
