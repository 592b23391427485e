"""python -m generator: the same as the command `bulletin`."""

from generator.cli.main import program

program()
