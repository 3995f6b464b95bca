"""The subjects of sweeps: one a file, one line here."""

from sweeps.archives import ARCHIVES
from sweeps.hands import HANDS, HANDS_ON_MANY
from sweeps.import_files import IMPORT_FILES

FILES = (ARCHIVES.id, IMPORT_FILES.id)
"""Those that spoil files, which are tried where none is named."""

_EVERY = ARCHIVES, IMPORT_FILES, HANDS, HANDS_ON_MANY
SUBJECTS = {subject.id: subject for subject in _EVERY}
