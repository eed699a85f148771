"""The article on the screen: its document, its marks, what is done on it by hand."""
