"""The command line: the list of verbs here, each verb in verbs/, what they share beside it."""
