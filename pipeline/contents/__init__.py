"""The contents page: all that was made, told on one page that needs nothing but itself."""
