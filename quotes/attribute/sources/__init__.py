"""From the words at a quote to the heads that name its speakers."""
