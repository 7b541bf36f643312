"""What a reporting clause says of a quotation, whatever its language."""

import re
from dataclasses import dataclass

WINDOW = 160  # code points before or after a quotation in which its reporting clause is sought
PRONOUN = re.compile(r"(?:他|她|它|其|總書記|总书记|he|she|it|who|this|that)$", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """A reporting clause beside a quotation. `speaker` is None when it names nobody.

    `direct` says that nothing of the reporter's own stands between the clause and the mark; `pronoun` that the
    speaker is called 他 or he, and must be found further up.
    """

    speaker: str | None
    direct: bool
    pronoun: bool = False
