"""What a terminal or a forge is shown: findings, reasons, states. Decides nothing."""
