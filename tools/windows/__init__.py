"""The program for Windows: made of the embeddable Python and wheels, on any system with NSIS."""
