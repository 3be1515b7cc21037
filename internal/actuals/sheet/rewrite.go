package sheet

import (
	"bytes"
	"io"
	"sync"
)

// Editor writes a row anew: it adds to out what is to stand in the place of the
// row's text, which is without its line break. Row and text are valid until the
// next one.
type Editor func(row Row, text, out []byte) ([]byte, error)

// Comma is the delimiter that [Sheet.Rewrite] writes: that of a CSV file, or else a
// comma.
func (s *Sheet) Comma() byte {
	if s.csv != nil {
		return s.csv.comma
	}
	return ','
}

// Rewrite writes a sheet as CSV in UTF-8, row by row as editors have it. Like the
// takers of [Sheet.Share] these run at the same time, and what they write comes out
// in the order of the file.
//
// The text of a row of a CSV file is as it stands there, quotes and all, and so
// are its line breaks and a first line that names the delimiter. A byte order mark
// stands in front where the file has one, or is not in UTF-8, so that Excel sees
// that it now is. Other formats become CSV in which no text is taken for a formula,
// for Excel if they are a workbook.
func (s *Sheet) Rewrite(w io.Writer, editors ...Editor) error {
	if s.csv != nil {
		return s.csv.rewrite(w, editors)
	}
	if s.Kind == kindXLSX {
		if _, err := io.WriteString(w, byteOrderMark); err != nil {
			return err
		}
	}
	var text, out []byte
	return s.Each(func(row Row) error {
		var err error
		text = appendRecord(text[:0], row.Cells)
		if out, err = editors[0](row, text, out[:0]); err != nil {
			return err
		}
		_, err = w.Write(append(out, '\n'))
		return err
	})
}

const byteOrderMark = "\xef\xbb\xbf"

// rewrite edits the blocks of a text at the same time and writes them in turn.
func (c *csvText) rewrite(w io.Writer, editors []Editor) error {
	content, err := c.file.Open()
	if err != nil {
		return err
	}
	defer content.Close()
	if c.text.mark > 0 || c.text.charset.decoder != nil {
		if _, err := io.WriteString(w, byteOrderMark); err != nil {
			return err
		}
	}
	blocks, err := c.blocks(content, w)
	if err != nil {
		return err
	}
	inTurn := &turns{w: w}
	inTurn.changed.L = &inTurn.Mutex
	return blocks.serveAll(len(editors), func(i int) func(*block) error {
		var out []byte
		return func(b *block) error {
			var err error
			out, err = b.edited(editors[i], out[:0])
			return inTurn.write(b.number, out, err)
		}
	})
}

// edited adds the rows of a block as an editor writes them, each with its own line
// break.
func (b *block) edited(edit Editor, out []byte) ([]byte, error) {
	err := b.rows(func(row Row, text []byte) error {
		line := bytes.TrimSuffix(bytes.TrimSuffix(text, []byte("\n")), []byte("\r"))
		var err error
		if out, err = edit(row, line, out); err != nil {
			return err
		}
		out = append(out, text[len(line):]...)
		return nil
	})
	return out, err
}

// turns lets blocks be written in their order, whoever is done first.
type turns struct {
	w io.Writer

	sync.Mutex
	changed sync.Cond
	next    int // block
	failed  bool
}

// write waits until all blocks in front are written. Behind one that failed
// nothing is.
func (t *turns) write(number int, text []byte, err error) error {
	t.Lock()
	defer t.Unlock()
	for t.next != number && !t.failed {
		t.changed.Wait()
	}
	if err == nil && !t.failed {
		_, err = t.w.Write(text)
	}
	t.next++
	t.failed = t.failed || err != nil
	t.changed.Broadcast()
	return err
}

// appendRecord adds cells as a line of CSV.
func appendRecord(line []byte, cells []Cell) []byte {
	for i, c := range cells {
		if i > 0 {
			line = append(line, ',')
		}
		if c.Number {
			line = append(line, c.Text...)
		} else {
			line = AppendField(line, c.Text, ',')
		}
	}
	return line
}

// AppendField adds a text to a line of CSV as one cell of it, in quotes where it
// must be, and so that no spreadsheet takes it for a formula.
func AppendField(line, text []byte, comma byte) []byte {
	neutral := len(text) > 0 && bytes.IndexByte([]byte("=+-@\t\r\n"), text[0]) >= 0
	if bytes.IndexByte(text, comma) < 0 && bytes.IndexByte(text, '"') < 0 && bytes.IndexByte(text, '\n') < 0 && bytes.IndexByte(text, '\r') < 0 {
		if neutral {
			line = append(line, '\'')
		}
		return append(line, text...)
	}
	line = append(line, '"')
	if neutral {
		line = append(line, '\'')
	}
	for _, c := range text {
		if c == '"' {
			line = append(line, '"')
		}
		line = append(line, c)
	}
	return append(line, '"')
}

// FirstCells is the beginning of a line of CSV that has so many of its cells,
// without the delimiter behind them; all of it where it has no more.
func FirstCells(line []byte, cells int, comma byte) []byte {
	s := scanner{comma: comma, ends: nothingFollows}
	for i := 0; ; i++ {
		if i < len(line) && line[i] == '"' {
			length := s.quotedLength(line[i:])
			if length == 0 {
				return line
			}
			i += length
		} else {
			i = plainEnd(line, i, comma)
		}
		if cells--; cells <= 0 || i >= len(line) || line[i] != comma {
			return line[:min(i, len(line))]
		}
	}
}
