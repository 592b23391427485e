"""What is said: quotations, labels, sensitive matters, secrecy marks. Finds no person by itself."""
