"""The dashboard for leaders: figures, charts, panels. Counts only what was issued."""
