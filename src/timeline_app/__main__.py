"""The command `timeline-app`."""


def main() -> None:
    """Runs the command line or opens the window."""


if __name__ == "__main__":
    main()
