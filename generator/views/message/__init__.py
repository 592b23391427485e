"""What is handed out about a message or an event: card, script, texts, questions."""
