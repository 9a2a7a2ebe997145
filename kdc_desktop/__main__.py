"""`python -m kdc_desktop` is the command `kdc-desktop`."""

import sys

from kdc_desktop.cli import main

sys.exit(main())
