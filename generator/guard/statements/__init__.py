"""Detectors of statements: quotations, labels, sensitive matters, secrecy marks. No names."""
