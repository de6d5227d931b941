"""The policy's rules, words and numbers, in plain Python."""
