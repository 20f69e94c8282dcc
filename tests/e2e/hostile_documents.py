"""Makes documents that mean harm, or are broken as files come to be, into a folder: none is kept with the project."""

from __future__ import annotations

import os
import struct
import zipfile
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    Maker = Callable[[Path], None]

MAIN: Final = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
WORD: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SHEET: Final = "xl/worksheets/sheet1.xml"
BODY: Final = "word/document.xml"
LAUGHS: Final = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
QUADRATIC: Final = f'<!DOCTYPE x [<!ENTITY i "{"a" * 50_000}">'
OUTSIDE: Final = '<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/passwd">'
REMOTE: Final = '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd" ['


def _zip(parts: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", compression) as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return out.getvalue()


def _workbook(sheets: int = 1) -> dict[str, str]:
    listed = "".join(f'<sheet name="S{nth}" r:id="a"/>' for nth in range(sheets))
    return {
        "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="r"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<r><Relationship Id="a" Target="worksheets/sheet1.xml"/></r>',
    }


def _xlsx(part: str | bytes, others: Mapping[str, str | bytes] | None = None, sheets: int = 1) -> bytes:
    """Give a spreadsheet of the sheet given, listed so many times."""
    return _zip({**_workbook(sheets), SHEET: part, **(others or {})})


def _cells(cells: str, before: str = "", after: str = "") -> bytes:
    """Give a spreadsheet of one row of cells."""
    return _xlsx(f"{before}<worksheet {MAIN}><sheetData><row>{cells}</row></sheetData>{after}</worksheet>")


def _docx(body: str, before: str = "") -> bytes:
    return _zip({BODY: f"{before}<w:document {WORD}><w:body>{body}</w:body></w:document>"})


def _text(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def _lying(data: bytes) -> bytes:
    """Say of every part of an archive that it unpacks to a hundred bytes."""
    return _marked(data, 24, struct.pack("<I", 100))


def _marked(data: bytes, offset: int, value: bytes) -> bytes:
    """Put bytes into every entry of an archive's directory."""
    changed, at = bytearray(data), 0
    while (at := changed.find(b"PK\x01\x02", at)) >= 0:
        changed[at + offset : at + offset + len(value)] = value
        at += 4
    return bytes(changed)


def _overlapping() -> bytes:
    """Let every sheet of a workbook be one and the same part of the archive under other names."""
    kernel = f"<worksheet {MAIN}><sheetData>{'<row><c/></row>' * 60_000}</sheetData></worksheet>"
    names = [f"xl/worksheets/sheet{nth}.xml" for nth in range(1, 1001)]
    listed = "".join(f'<sheet name="S{nth}" r:id="r{nth}"/>' for nth in range(1000))
    related = "".join(f'<Relationship Id="r{nth}" Target="/{name}"/>' for nth, name in enumerate(names))
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/workbook.xml", f'<workbook {MAIN} xmlns:r="r"><sheets>{listed}</sheets></workbook>')
        file.writestr("xl/_rels/workbook.xml.rels", f"<r>{related}</r>")
        file.writestr(names[0], kernel)
        one = file.infolist()[-1]
        for name in names[1:]:
            other = zipfile.ZipInfo(name)
            for field in ("CRC", "compress_size", "file_size", "header_offset", "compress_type", "flag_bits"):
                setattr(other, field, getattr(one, field))
            file.filelist.append(other)
    return out.getvalue()


def _corners() -> bytes:
    far = '</row><row r="1048576"><c r="XFD1048576"><v>1</v></c>'
    return _cells(f'<c r="A1"><v>1</v></c>{far}')


def _merged() -> bytes:
    merges = "".join(f'<mergeCell ref="A{nth * 2 + 1}:B{nth * 2 + 2}"/>' for nth in range(10_000))
    return _cells("<c><v>1</v></c><c><v>2</v></c>", after=f"<mergeCells>{merges}</mergeCells>")


def _million_cells() -> bytes:
    row = f"<row>{'<c><v>1</v></c>' * 100}</row>"
    return _xlsx(f"<worksheet {MAIN}><sheetData>{row * 10_000}</sheetData></worksheet>")


def _shared(index: str) -> bytes:
    strings = f"<sst {MAIN}><si><t>a</t></si></sst>"
    part = f'<worksheet {MAIN}><sheetData><row><c t="s"><v>{index}</v></c></row></sheetData></worksheet>'
    return _xlsx(part, {"xl/sharedStrings.xml": strings})


def _table(text: str) -> str:
    return f"<w:tbl><w:tr><w:tc>{_text('a')}</w:tc><w:tc>{_text(text)}</w:tc></w:tr></w:tbl>"


def _data(data: Callable[[], bytes], path: Path) -> None:
    path.write_bytes(data())


def _loop(path: Path) -> None:
    path.symlink_to(path)


def _device(device: str, path: Path) -> None:
    path.symlink_to(device)


def _barred(path: Path) -> None:
    path.write_bytes(b"a,b\n1,2\n")
    path.chmod(0)


DEEP: Final = 100_000
DATA: Final[dict[str, Callable[[], bytes]]] = {
    # archives
    "flat-bomb.xlsx": lambda: _xlsx(b" " * 100_000_000),
    "flat-bomb.docx": lambda: _zip({BODY: b" " * 40_000_000}),
    "flat-bomb.xlsm": lambda: _xlsx("<x/>", {"xl/sharedStrings.xml": b" " * 40_000_000}),
    "nested-bomb.xlsx": lambda: _xlsx(_zip({"a": _zip({"b": b" " * 20_000_000})})),
    "lying-sizes.xlsx": lambda: _lying(_xlsx(f"<a>{'<b/>' * 5_000_000}</a>")),
    "lying-sizes.docx": lambda: _lying(_docx(_text("a" * 20_000_000))),
    "overlapping.xlsx": _overlapping,
    "one-sheet-often.xlsx": lambda: _xlsx(
        f"<worksheet {MAIN}>{'<row><c><v>1</v></c></row>' * 15_000}</worksheet>", sheets=100_000
    ),
    "many-parts.docx": lambda: _zip({f"{nth}.xml": "" for nth in range(10_000)}),
    "truncated.xlsx": lambda: _cells("<c><v>1</v></c>")[:-100],
    "truncated.docx": lambda: _docx(_text("a"))[:40],
    "encrypted-part.docx": lambda: _marked(_docx(_text("a")), 8, b"\x01\0"),
    "unknown-packing.docx": lambda: _marked(_docx(_text("a")), 10, b"\x63\0"),
    "lzma.docx": lambda: _zip({BODY: b" " * 60_000_000}, zipfile.ZIP_LZMA),
    "ole.docx": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4096,
    "ole.xlsx": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4096,
    "picture.docx": lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 4096,
    "word.csv": lambda: _docx(_text("a")),
    "sheet.docx": lambda: _cells("<c><v>1</v></c>"),
    # XML
    "laughs.xlsx": lambda: _cells('<c t="inlineStr"><is><t>&i;</t></is></c>', f"{LAUGHS}]>"),
    "laughs.docx": lambda: _docx(_text("&i;"), f"{LAUGHS}]>"),
    "laughs-in-utf-16.docx": lambda: _zip({BODY: f"{LAUGHS}]><a>&i;</a>".encode("utf-16")}),
    "laughs-in-strings.xlsx": lambda: _xlsx("<x/>", {"xl/sharedStrings.xml": f"{LAUGHS}]><sst>&i;</sst>"}),
    "laughs-in-styles.xlsx": lambda: _xlsx("<x/>", {"xl/styles.xml": f"{LAUGHS}]><a>&i;</a>"}),
    "laughs.html": f"{LAUGHS}]><p>&i;".encode,
    "quadratic.docx": lambda: _docx(_text("&i;" * 50_000), f"{QUADRATIC}]>"),
    "outside.docx": lambda: _docx(_text("&i;"), f"{OUTSIDE}]>"),
    "outside.html": f"{OUTSIDE}]><p>&i;".encode,
    "remote.xlsx": lambda: _cells("<c><v>1</v></c>", f"{REMOTE}]>"),
    "deep.docx": lambda: _zip({BODY: "<a>" * DEEP}),
    "attributes.docx": lambda: _zip({BODY: "<a " + " ".join(f"b{nth}=''" for nth in range(1_000_000)) + "/>"}),
    "no-xml.xlsx": lambda: _xlsx("<worksheet><row></worksheet>"),
    # cells and tables
    "corners.xlsx": _corners,
    "merged.xlsx": _merged,
    "million-cells.xlsx": _million_cells,
    "million-cells.csv": lambda: b"1,2,3,4,5,6,7,8,9,10\n" * 100_000,
    "million-cells.html": lambda: b"<table>" + (b"<tr>" + b"<td>1" * 100) * 8_000,
    "million-cells.md": lambda: b"|a|b|\n|-|-|\n" + b"|1|2|\n" * 99_000 + b"|" * 1_000_000,
    "number.xlsx": lambda: _cells(f"<c><v>{'9' * 5000}</v></c>"),
    "number.docx": lambda: _docx(_table("9" * 5000)),
    "number.csv": lambda: b"a,b\n1," + b"9" * 5000,
    "number.md": lambda: b"|a|b|\n|-|-|\n|1|" + b"9" * 5000,
    "exponent.xlsx": lambda: _cells("<c><v>1E999999999</v></c>"),
    "surrogate.docx": lambda: _docx(_text("&#xD800;")),
    "surrogate.xlsx": lambda: _cells('<c t="inlineStr"><is><t>_xDFFF_</t></is></c>'),
    "surrogate.html": lambda: b"<table><tr><td>a<td>&#55296;",
    "surrogate.txt": lambda: b"a\tb\n\xed\xa0\x80\t1\n",
    "formula.xlsx": lambda: _cells('<c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f></c>'),
    "shared-string-beyond.xlsx": lambda: _shared("5"),
    "shared-string-below.xlsx": lambda: _shared("-1"),
    "tables.docx": lambda: _docx(_table("1") * 10_000),
    "tables.html": lambda: b"<table><tr><td>a<td>1</table>" * 10_000,
    "tables.md": lambda: b"|a|b|\n|-|-|\n|1|2|\n\n" * 10_000,
    "wide-row.docx": lambda: _docx(f"<w:tbl><w:tr>{'<w:tc/>' * 500_000}</w:tr></w:tbl>"),
    "long-text-spanned.html": lambda: b"<table><tr><td rowspan=400 colspan=400>" + b"a" * 100_000 + b"<tr><td>1" * 500,
    # texts
    "deep.html": lambda: b"<div>" * DEEP,
    "deep-tables.html": lambda: b"<table><tr><td>" * DEEP,
    "deep-tables.md": lambda: b"<table><tr><td>\n" * 50_000,
    "one-line.csv": lambda: b"1," * 50_000_000,
    "wide.csv": lambda: b"," * 1_000_000,
    "quote.csv": lambda: b'a,"b\n' + b"1,2\n" * 10_000,
    "nul.csv": lambda: b"a,b\n1,\0\n",
    "nul.docx": lambda: b"PK\x03\x04" + b"\0" * 10_000,
    "nuls.txt": lambda: b"\0" * 1_000_000,
    "items.txt": lambda: b"Item       7     40     50    60   70   80\n" * 90_000,
    "brackets.md": lambda: (b"[" * 20_000 + b"\n\n") * 100,
    "emphasis.md": lambda: (b"*a_ " * 5_000 + b"\n\n") * 100,
    "struck.md": lambda: (b"<del>" * 4_000 + b"\n\n") * 100,
    "escape.csv": lambda: b"a,\x1b]0;x\x07\n\x1b[2J,\0\n",
}
MAKERS: Final[dict[str, Maker]] = {
    **{name: partial(_data, data) for name, data in DATA.items()},
    "loop.csv": _loop,
    "pipe.csv": os.mkfifo,
    "pipe.xlsx": os.mkfifo,
    "zero.csv": partial(_device, "/dev/zero"),
    "random.docx": partial(_device, "/dev/urandom"),
    "folder-gone.html": partial(_device, "/nowhere/x.html"),
    "barred.csv": _barred,
}
