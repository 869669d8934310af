"""Reads a workbook with openpyxl and prints what a spreadsheet program would find, one fact a line.
With a second argument: the raw bytes of that part of the zip file."""

import sys
import zipfile

import openpyxl
from openpyxl.utils import get_column_letter


def side(edge):
    return edge.style or "none"


def cell_line(cell):
    font, align, border = cell.font, cell.alignment, cell.border
    fill = cell.fill.fgColor.rgb if cell.fill.fill_type == "solid" else "none"
    return (f"cell {cell.coordinate} {cell.data_type} {cell.value!r} | {font.name} {font.sz:g}"
            f"{' bold' if font.b else ''}{' underline' if font.u else ''}"
            f" | {'wrap' if align.wrap_text else 'shrink' if align.shrink_to_fit else 'plain'}"
            f"{' stacked' if align.textRotation == 255 else ''}"
            f" {align.horizontal or 'left'} {align.vertical or 'bottom'} | fill {fill}"
            f" | lines {side(border.left)} {side(border.right)} {side(border.top)} {side(border.bottom)}")


def main(path):
    book = openpyxl.load_workbook(path)
    print("title", book.properties.title)
    print("creator", repr(book.properties.creator))
    print("created", book.properties.created.isoformat())
    print("modified", book.properties.modified.isoformat())
    normal = book._fonts[0]
    print(f"normal {normal.name} {normal.sz:g} {normal.scheme}")
    for name in book.defined_names.definedName:
        print("name", name.name, name.attr_text)
    for sheet in book.worksheets:
        fit, setup, margins = sheet.sheet_properties.pageSetUpPr, sheet.page_setup, sheet.page_margins
        print("sheet", sheet.title)
        print(f"print paper {setup.paperSize} {setup.orientation} scale {setup.scale} fit {bool(fit and fit.fitToPage)}"
              f" first {setup.useFirstPageNumber}")
        print(f"margins {margins.left:.4f} {margins.right:.4f} {margins.top:.4f} {margins.bottom:.4f}"
              f" {margins.header:.4f} {margins.footer:.4f}")
        print("centred", bool(sheet.print_options.horizontalCentered), bool(sheet.print_options.verticalCentered))
        print("area", sheet.print_area)
        print("gridlines", sheet.sheet_view.showGridLines)
        print("breaks", [b.id for b in sheet.row_breaks.brk])
        for merge in sorted(str(m) for m in sheet.merged_cells.ranges):
            print("merge", merge)
        for number in range(1, sheet.max_row + 1):
            row = sheet.row_dimensions[number]
            print(f"row {number} {row.ht:g} custom {row.customHeight}")
        for number in range(1, sheet.max_column + 1):
            column = sheet.column_dimensions.get(get_column_letter(number))
            if column is not None:
                print(f"column {column.min}-{column.max} {column.width:g}")
        for line in sheet.iter_rows():
            for cell in line:
                if isinstance(cell, openpyxl.cell.cell.MergedCell) or cell.value is not None or cell.has_style:
                    print(cell_line(cell))


if len(sys.argv) > 2:
    sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))
else:
    main(sys.argv[1])
