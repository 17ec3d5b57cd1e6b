"""A drawing competition: its entries by number, the ballot, the count, and who won."""
