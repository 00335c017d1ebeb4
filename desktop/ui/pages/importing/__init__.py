"""Import: five steps from a file that somebody sent to people in the register."""
