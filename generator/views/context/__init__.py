"""What every page asks: ledger, edition, addresses, times, templates. No kind of page."""
