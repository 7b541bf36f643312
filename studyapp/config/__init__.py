"""Django configuration. Importing it puts a current SQLite behind the name `sqlite3` (see docs/decisions)."""

import sys

try:
    import pysqlite3
except ImportError:  # platforms without a wheel fall back to the system's SQLite; a system check reports its age
    pass
else:
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2
