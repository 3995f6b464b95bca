"""What the packed program starts with."""

from timeline_app.__main__ import main

main()
