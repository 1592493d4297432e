"""Rules, shares and lists put into phrases; nothing here looks at an article."""
