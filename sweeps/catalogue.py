"""The subjects of sweeps: one a file, one line here."""

from sweeps.archives import ARCHIVES
from sweeps.import_files import IMPORT_FILES

SUBJECTS = {subject.id: subject for subject in (ARCHIVES, IMPORT_FILES)}
