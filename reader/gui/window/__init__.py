"""The window itself: its menus, and the commanders that carry out its actions."""
