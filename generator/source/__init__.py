"""Phases one to three: text becomes records with places, all references lead somewhere."""
