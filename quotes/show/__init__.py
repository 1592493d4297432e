"""For people's eyes: text for the terminal, explanations, differences, and pages for a browser."""
