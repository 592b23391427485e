"""What identifies a person without a name: birth, home, age, small numbers."""
