"""From quotes to quotes with speakers: mentions, names, entities."""
