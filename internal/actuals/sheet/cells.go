package sheet

import (
	"errors"
	"io"
	"strconv"
)

// maxSheetRow is the last row that Excel has.
const maxSheetRow = 1 << 20

// each gives the rows of a sheet. The texts that cells refer to are read once and
// kept for the sheets of the workbook.
func (w *workbook) each(s workbookSheet) func(func(Row) error) error {
	return func(yield func(Row) error) error {
		content, err := w.file.Open()
		if err != nil {
			return err
		}
		defer content.Close()
		z, err := source(w.file.Name).openArchive(content)
		if err != nil {
			return err
		}
		a := source(w.file.Name).partsOf(z)
		if w.shared == nil && w.strings != "" {
			if w.shared, err = a.sharedStrings(w.strings); err != nil {
				return err
			}
		}
		p, err := a.open(s.part)
		if err != nil {
			return err
		}
		defer p.Close()
		r := &rowReader{workbook: w, source: a.source, part: s.part, markup: newMarkup(p)}
		return r.each(yield)
	}
}

// rowReader reads the rows of a sheet. What the file says of the sheet's size is
// not looked at.
type rowReader struct {
	workbook *workbook
	source   source
	part     string
	markup   *markup

	number int    // of the row
	cells  []Cell // of the row so far
	text   []byte // of its cells
}

// each gives the rows, empty ones for those that the sheet leaves out.
func (r *rowReader) each(yield func(Row) error) error {
	inside := false
	for {
		err := r.markup.next()
		switch {
		case errors.Is(err, io.EOF) && !inside:
			return nil
		case err != nil:
			return r.fault(err)
		case r.markup.is("sheetData"):
			inside = r.markup.shape == opens
		case !inside || !r.markup.is("row") || r.markup.shape == closes:
		default:
			if err := r.row(yield); err != nil {
				return err
			}
		}
	}
}

// fault says what is wrong with the sheet, by the error of reading it.
func (r *rowReader) fault(err error) error {
	var p *Problem
	if errors.As(r.source.partProblem(r.part, err), &p) {
		p.Row = r.number
	}
	return p
}

// row gives the row whose tag was found.
func (r *rowReader) row(yield func(Row) error) error {
	number := r.rowNumber()
	if number <= r.number || number > maxSheetRow {
		return r.fault(errMarkup)
	}
	for r.number++; r.number < number; r.number++ {
		if err := yield(Row{Number: r.number}); err != nil {
			return err
		}
	}
	r.cells, r.text = r.cells[:0], r.text[:0]
	if r.markup.shape == opens {
		if err := r.readCells(); err != nil {
			return err
		}
	}
	return yield(Row{Number: number, Cells: withoutEmptyEnd(r.cells)})
}

// rowNumber is what the tag of a row says of its place, else that behind the row
// before; -1 where it says nonsense.
func (r *rowReader) rowNumber() int {
	number := r.number + 1
	for name, value, rest := attribute(r.markup.attributes); rest != nil; name, value, rest = attribute(rest) {
		if string(name) == "r" {
			n, err := strconv.Atoi(string(value))
			if err != nil {
				return -1
			}
			number = n
		}
	}
	return number
}

// withoutEmptyEnd leaves out cells at the end that have a format only, so that a
// row of them is an empty one.
func withoutEmptyEnd(cells []Cell) []Cell {
	end := len(cells)
	for end > 0 && len(cells[end-1].Text) == 0 {
		end--
	}
	return cells[:end]
}

// readCells reads the cells of a row up to its end.
func (r *rowReader) readCells() error {
	m, next := r.markup, 0
	for {
		if err := m.next(); err != nil {
			return r.fault(m.broken(err))
		}
		switch {
		case m.is("row") && m.shape == closes:
			return nil
		case !m.is("c") || m.shape == closes:
			continue
		}
		tag := cellTagOf(m.attributes, next)
		if tag.column < 0 {
			return r.fault(errMarkup)
		}
		if tag.column >= maxColumns {
			return r.source.problemAt(r.number, "too-many-columns", "max", maxColumnsSaid)
		}
		next = tag.column + 1
		if m.shape == alone {
			continue
		}
		cell, err := r.readCell(tag)
		if err != nil {
			return err
		}
		r.put(tag.column, cell)
	}
}

// put puts a cell into its column; columns that are left out are empty.
func (r *rowReader) put(column int, cell Cell) {
	for len(r.cells) <= column {
		r.cells = append(r.cells, Cell{})
	}
	r.cells[column] = cell
}
