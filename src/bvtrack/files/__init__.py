"""Reading: files become core values here, with the place of every value kept, and text from outside is made safe."""
