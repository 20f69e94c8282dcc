"""The keyboard face: screens, panes and forms over `app`. Only this package knows Textual."""
