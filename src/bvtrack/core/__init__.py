"""What a review is: values only. Nothing here opens a file, a database or a terminal, or asks what day it is."""
