"""What is wrong with a file, and where."""

from __future__ import annotations

from typing import NamedTuple, Sequence

#: file, line, column, message, expectation, hint, severity: as the compiled part gives them.
RawFault = tuple[str, int, int, str, str, str, str]


class FaultPlace(NamedTuple):
    """One fault of a run. Without a place (of an argument, say) `file` is ``None`` and `line` and `column` are 0."""

    file: str | None
    #: Counted from 1; columns count characters.
    line: int
    column: int
    message: str
    #: What was expected instead; "" where the message says it.
    expectation: str
    #: A way out, such as "did you mean `power`?"; "" where there is none.
    hint: str
    #: "error", "warning" or "note".
    severity: str
    #: For a cell of :func:`lca.fleet`'s columns: the position of its row, from 0, and the heading of its column. `line`
    #: then counts the headings as line 1.
    row: int | None = None
    heading: str | None = None

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}: " if self.file else ""
        more = (f"; expected {self.expectation}" if self.expectation else "") + (f"; {self.hint}" if self.hint else "")
        if self.row is not None:
            place = f"{self.file}: row {self.row}: "
        return f"{place}{self.severity}: {self.message}{more}"


#: A warning has the members of a fault.
Notice = FaultPlace


class Fault(Exception):
    """Raised where a question has no answer: the file is invalid, or what was asked.

    `file`, `line`, `column`, `message`, `expectation` and `hint` are those of the first error; `faults` holds all
    errors and warnings of the run, by file and line. ``str()`` is the text that the command would print.
    """

    def __init__(self, faults: Sequence[FaultPlace], text: str = "") -> None:
        self.faults: tuple[FaultPlace, ...] = tuple(faults)
        first = next((one for one in self.faults if one.severity == "error"), self.faults[0] if self.faults else None)
        self.file: str | None = first.file if first else None
        self.line: int = first.line if first else 0
        self.column: int = first.column if first else 0
        self.message: str = first.message if first else text
        self.expectation: str = first.expectation if first else ""
        self.hint: str = first.hint if first else ""
        self.text: str = text or "\n".join(map(str, self.faults))
        super().__init__(self.faults, self.text)

    def __str__(self) -> str:
        return self.text.rstrip("\n")


def places(raw: Sequence[RawFault]) -> tuple[FaultPlace, ...]:
    """The faults that the compiled part gives."""
    return tuple(FaultPlace(one[0] or None, *one[1:]) for one in raw)


def _fault_of(raw: Sequence[RawFault], text: str) -> Fault:
    """Called by the compiled part."""
    return Fault(places(raw), text)
