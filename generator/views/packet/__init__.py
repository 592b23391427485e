"""The referral packet for the deciding body, on paper. Always a draft, never published."""
