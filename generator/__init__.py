"""The joint bulletin compiler: YAML records to checked, frozen, published bulletins."""

VERSION = "0.2.0"
