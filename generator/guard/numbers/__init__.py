"""Detectors of numbers and addresses: telephones, identity, accounts, plates. No names."""
