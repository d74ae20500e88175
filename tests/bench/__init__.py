"""What things cost, measured in pairs on the machine at hand: `make bench` prints the table."""
