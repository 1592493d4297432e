"""What people look at: text in the terminal, explanations, differences, pages in a browser."""
