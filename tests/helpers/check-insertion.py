"""
Says what is wrong with inserted rows, by openpyxl and its own tokenizer of formulas alone. Reads a JSON list of
{before, after, sheet, row, count, like} from stdin and prints a JSON list of complaints for each.
"""
import json
import re
import sys
import warnings

import openpyxl
from openpyxl.formula.tokenizer import Token, Tokenizer
from openpyxl.formula.translate import Translator
from openpyxl.utils import get_column_letter

warnings.simplefilter("ignore")
LAST_ROW = 1048576
PREFIX = re.compile(r"^((?:'(?:[^']|'')+'|[^'!]+)!)?(.+)$", re.S)
CORNER = re.compile(r"^(\$?[A-Za-z]{1,3})?(\$?)(\d+)?$")


class Check:
    def __init__(self, job):
        self.sheet, self.row, self.count, self.like = job["sheet"], job["row"], job["count"], job.get("like")
        self.found = []

    def move(self, row):
        return min(LAST_ROW, row + self.count) if row >= self.row else row

    def corner(self, text, only_fixed):
        match = CORNER.match(text)
        if not match or not match.group(3) or (only_fixed and not match.group(2)):
            return text
        return f"{match.group(1) or ''}{match.group(2)}{self.move(int(match.group(3)))}"

    def ref(self, text, only_fixed=False):
        return ":".join(self.corner(part, only_fixed) for part in text.split(":"))

    def refs(self, text):
        return " ".join(self.ref(part) for part in str(text).split())

    def formula(self, text, home, only_fixed=False):
        """`=…` with every reference to the sheet moved."""
        if not isinstance(text, str) or not text.startswith("="):
            return text
        tokens = Tokenizer(text)
        for token in tokens.items:
            if token.type != Token.OPERAND or token.subtype != Token.RANGE or "[" in token.value:
                continue
            prefix, rest = PREFIX.match(token.value).groups()
            name = (prefix or "").rstrip("!")
            if name.startswith("'"):
                name = name[1:-1].replace("''", "'")
            if (name or home) == self.sheet:
                token.value = (prefix or "") + self.ref(rest, only_fixed)
        return tokens.render()

    def same(self, what, expected, found):
        if expected != found:
            self.found.append(f"{what}: {expected!r} became {found!r}")

    def cells(self, old, new):
        own = old.title == self.sheet
        expected = {}
        for cell in self.plain(old):
            row = self.move(cell.row) if own else cell.row
            value = self.formula(cell.value, old.title) if cell.data_type == "f" else cell.value
            expected[(row, cell.column)] = (value, cell._style)
        if own and self.like:
            for cell in self.plain(old):
                if cell.row != self.like:
                    continue
                for row in range(self.row, self.row + self.count):
                    expected[(row, cell.column)] = (self.copied(cell, old.title, row), cell._style)
        found = {(cell.row, cell.column): (cell.value, cell._style) for cell in self.plain(new)}
        if own and self.like:
            # Of a cell under a merge the true style is not known here, be it in the model or in a row like it.
            covered = {column for column in range(1, old.max_column + 1) if type(old._cells.get((self.like, column))).__name__ == "MergedCell"}
            for row in range(self.row, self.row + self.count):
                for column in range(1, old.max_column + 1):
                    if column in covered or type(new._cells.get((row, column))).__name__ == "MergedCell":
                        expected.pop((row, column), None)
                        found.pop((row, column), None)
        for place in sorted(set(expected) | set(found)):
            if expected.get(place) != found.get(place):
                address = f"{get_column_letter(place[1])}{place[0]}"
                self.found.append(f"{old.title}!{address}: {expected.get(place)} became {found.get(place)}")

    def plain(self, sheet):
        """Not those under a merge: openpyxl gives them borders of its own."""
        return [cell for cell in sheet._cells.values() if type(cell).__name__ != "MergedCell"]

    def copied(self, cell, title, row):
        if cell.data_type != "f":
            return None
        letter = get_column_letter(cell.column)
        moved = self.formula(cell.value, title)
        return Translator(moved, origin=f"{letter}{self.move(self.like)}").translate_formula(f"{letter}{row}")

    def sheet_parts(self, old, new):
        own = old.title == self.sheet
        ref = self.ref if own else str
        refs = self.refs if own else str
        formula = lambda text: self.formula(f"={text}", old.title)[1:] if isinstance(text, str) else text
        merges = {ref(str(one)) for one in old.merged_cells.ranges}
        if own and self.like:
            for one in old.merged_cells.ranges:
                if one.min_row == one.max_row == self.like:
                    letters = get_column_letter(one.min_col), get_column_letter(one.max_col)
                    merges |= {f"{letters[0]}{row}:{letters[1]}{row}" for row in range(self.row, self.row + self.count)}
        self.same(f"{old.title} merges", merges, {str(one) for one in new.merged_cells.ranges})
        rule = lambda one, f, s: (one.type, one.operator, f(one.formula1), f(one.formula2), s(one.sqref))
        self.same(
            f"{old.title} validations",
            sorted(map(str, (rule(one, formula, refs) for one in old.data_validations.dataValidation))),
            sorted(map(str, (rule(one, lambda text: text, str) for one in new.data_validations.dataValidation))),
        )
        self.same(f"{old.title} formats", self.formats(old, formula, refs), self.formats(new, lambda text: text, str))
        self.same(f"{old.title} heights", *(self.heights(one, own and one is old) for one in (old, new)))
        self.same(f"{old.title} print area", self.areas(old, own), self.areas(new, False))
        titles = old.print_title_rows
        self.same(f"{old.title} print titles", ref(titles) if titles else titles, new.print_title_rows)
        breaks = sorted(self.move(one.id + 1) - 1 if own else one.id for one in old.row_breaks.brk)
        self.same(f"{old.title} breaks", breaks, sorted(one.id for one in new.row_breaks.brk))
        self.same(f"{old.title} column breaks", [one.id for one in old.col_breaks.brk], [one.id for one in new.col_breaks.brk])
        frozen = old.freeze_panes
        if own and frozen and int(re.sub(r"\D", "", frozen)) - 1 >= self.row:
            frozen = ref(frozen)
        self.same(f"{old.title} frozen", frozen, new.freeze_panes)
        self.same(f"{old.title} filter", ref(old.auto_filter.ref or ""), new.auto_filter.ref or "")
        links = lambda one, r, f: sorted((r(link.ref), f(link.location), link.target or "") for link in one._hyperlinks)
        self.same(f"{old.title} links", links(old, ref, lambda text: text and formula(text)), links(new, str, lambda text: text))
        tables = lambda one, r: sorted((table.name, r(table.ref)) for table in one.tables.values())
        self.same(f"{old.title} tables", tables(old, ref), tables(new, str))
        self.same(f"{old.title} charts", self.charts(old, own), self.charts(new, None))
        comments = lambda one, r: {r(c.coordinate): c.comment.text for c in one._cells.values() if c.comment}
        self.same(f"{old.title} comments", comments(old, ref), comments(new, str))
        for what in ("sheet_state", "page_setup", "page_margins", "sheet_format", "sheet_properties", "protection"):
            self.same(f"{old.title} {what}", repr(getattr(old, what)), repr(getattr(new, what)))
        texts = lambda one: [getattr(part, side).text for part in (one.oddHeader, one.oddFooter) for side in ("left", "center", "right")]
        self.same(f"{old.title} header and footer", texts(old), texts(new))
        widths = lambda one: {key: (dim.width, dim.hidden) for key, dim in one.column_dimensions.items()}
        self.same(f"{old.title} widths", widths(old), widths(new))

    def heights(self, sheet, moves):
        look = lambda dim: (dim.height, dim.hidden, dim.outlineLevel)
        all_rows = {(self.move(row) if moves else row): look(dim) for row, dim in sheet.row_dimensions.items()}
        if moves and self.like and self.like in sheet.row_dimensions:
            height, _, level = look(sheet.row_dimensions[self.like])
            all_rows.update({row: (height, False, level) for row in range(self.row, self.row + self.count)})
        return {row: look for row, look in all_rows.items() if look != (None, False, 0)}

    def areas(self, sheet, moves):
        area = sheet.print_area or []
        area = [area] if isinstance(area, str) else list(area)
        plain = [one.split("!")[-1] for text in area for one in text.split(",")]
        return [self.ref(one) for one in plain] if moves else plain

    def formats(self, sheet, formula, refs):
        found = []
        for one in sheet.conditional_formatting:
            for rule in one.rules:
                scales = [getattr(rule, kind) for kind in ("colorScale", "dataBar", "iconSet") if getattr(rule, kind)]
                values = [(cfvo.type, formula(str(cfvo.val))) for scale in scales for cfvo in scale.cfvo]
                found.append(str((refs(one.sqref), rule.type, rule.operator, [formula(text) for text in rule.formula], values)))
        return sorted(found)

    def charts(self, sheet, own):
        """`own` is None for the sheet after the change."""
        found = []
        for chart in sheet._charts:
            corners = [chart.anchor._from] + ([chart.anchor.to] if hasattr(chart.anchor, "to") else [])
            rows = [self.move(one.row + 1) - 1 if own else one.row for one in corners]
            if own and getattr(chart.anchor, "editAs", None) == "oneCell":
                # It goes along with its first corner and keeps its size.
                rows = [one.row + rows[0] - corners[0].row for one in corners]
            texts = []
            for series in chart.series:
                for data in (series.val, series.cat, series.tx):
                    source = data and (getattr(data, "numRef", None) or getattr(data, "strRef", None))
                    texts.append(source and (source.f if own is None else self.formula(f"={source.f}", sheet.title)[1:]))
            found.append((rows, texts))
        return found

    def names(self, old, new):
        def listed(book, change):
            names = book.defined_names
            if hasattr(names, "definedName"):
                return sorted(str((one.name, one.localSheetId, change(one.attr_text))) for one in names.definedName)
            local = [(one.name, index, one.attr_text) for index, sheet in enumerate(book.worksheets) for one in sheet.defined_names.values()]
            whole = [(one.name, None, one.attr_text) for one in names.values()]
            return sorted(str((name, index, change(text))) for name, index, text in whole + local)

        self.same("names", listed(old, lambda text: self.formula(f"={text}", "", True)[1:]), listed(new, lambda text: text))


def complaints(job):
    check = Check(job)
    if job["before"] not in known:
        known.clear()
        known[job["before"]] = openpyxl.load_workbook(job["before"])
    old, new = known[job["before"]], openpyxl.load_workbook(job["after"])
    check.same("sheets", old.sheetnames, new.sheetnames)
    for one in old.worksheets:
        check.cells(one, new[one.title])
        check.sheet_parts(one, new[one.title])
    check.names(old, new)
    return check.found


known = {}
for job in json.load(sys.stdin):
    try:
        answer = complaints(job)
    except Exception as error:
        answer = [f"{type(error).__name__}: {error}"]
    print(json.dumps(answer, ensure_ascii=False))
