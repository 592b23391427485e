"""Output for terminals and forges: findings, reasons, states. Decides nothing."""
