"""What changed between two versions, and its page. No other page."""
