"""Between the session and the widgets: the article on the desk, work in the background."""
