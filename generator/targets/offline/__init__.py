"""What is carried away: saved pages, single files, the zip. Makes no page of its own."""
