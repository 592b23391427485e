"""Phases 1 to 3: text becomes records with places, and every reference is checked."""
