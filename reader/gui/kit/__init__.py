"""What every room builds with: words, colours, icons, actions, fields. Knows no article."""
