"""The command line: `main.py` lists the verbs, verbs/ holds them; the other rooms are shared."""
