"""The tests of the compiler."""
