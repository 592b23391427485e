"""What singles out a person without a name: birth, home, age, small numbers."""
