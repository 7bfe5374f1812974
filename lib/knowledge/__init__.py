"""What the world contains, as reviewed data files, and the loaders that check them."""
