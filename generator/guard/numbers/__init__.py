"""What digits or signs tell: telephones, identity numbers, accounts, plates. No names."""
