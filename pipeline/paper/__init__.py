"""What stands on paper: placed, measured and dressed, before any format paints it."""
