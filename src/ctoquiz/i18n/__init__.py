"""The interface's words in the user's language, and numbers, dates and money as that language writes them."""
