"""Reading text files for commands: one reading a file, and a line on stderr for each that cannot be read."""

import sys
from collections.abc import Iterator
from pathlib import Path

from studyapp.domain.reading import read_source
from studyapp.domain.structure import Reading
from studyapp.domain.text import UnreadableTextError


def readings(names: list[str], failures: list[str]) -> Iterator[tuple[str, Reading]]:
    """(file, reading) of each readable file, in order. What cannot be read is named in `failures` and on stderr."""
    for name in names:
        try:
            reading, _encoding = read_source(Path(name).read_bytes())
        except (OSError, UnreadableTextError) as error:
            reason = error.strerror if isinstance(error, OSError) else str(error)
            failures.append(name)
            sys.stderr.write(f"{name}: {reason}\n")
        else:
            yield name, reading
