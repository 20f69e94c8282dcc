"""What the lines of a document's table are: which rows and columns are sums of which, and which figure breaks them."""
