"""What all pages need: ledger, edition, addresses, times, templates. No kind of page."""
