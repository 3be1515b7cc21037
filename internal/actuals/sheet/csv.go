package sheet

import (
	"io"
	"slices"
	"sync"
)

// csvText is a CSV file with all that was found out about it.
type csvText struct {
	file  File
	text  text
	comma byte
	skip  int // bytes of a first line that only names the delimiter
	block int // bytes that are taken in one go: blockSize, and less in tests
}

const blockSize = 128 << 10

// share gives the rows to takers. Each takes a block of whole rows, the next one
// that there is, and cuts it into cells itself: these are then where its
// processor has them at hand, and rows need not be handed over.
func (c *csvText) share(takers []func(Row) error) error {
	content, err := c.file.Open()
	if err != nil {
		return err
	}
	defer content.Close()
	blocks, err := c.blocks(content, io.Discard)
	if err != nil {
		return err
	}
	return blocks.serveAll(len(takers), func(i int) func(*block) error {
		return func(b *block) error {
			return b.rows(func(row Row, _ []byte) error { return takers[i](row) })
		}
	})
}

// blocks hands out the blocks of a text.
type blocks struct {
	source source
	comma  byte
	size   int

	sync.Mutex
	reader io.Reader
	over   []byte // of the text so far: the beginning of a row
	line   int    // of the next row
	count  int    // of blocks
	first  failure
	ended  bool
}

// failure is what went wrong first, seen from the top of the file.
type failure struct {
	block int
	err   error
}

// blocks begins behind what precedes the first row, which is copied.
func (c *csvText) blocks(content Content, skipped io.Writer) (*blocks, error) {
	reader := c.text.reader(content)
	if _, err := io.CopyN(skipped, reader, int64(c.skip)); err != nil {
		return nil, err
	}
	b := &blocks{source: source(c.file.Name), comma: c.comma, size: c.block, reader: reader, line: 1}
	if c.skip > 0 {
		b.line++
	}
	return b, nil
}

// serveAll lets so many take blocks at the same time, and gives the first error of
// the file.
func (bs *blocks) serveAll(takers int, taker func(i int) func(*block) error) error {
	var others sync.WaitGroup
	for i := 1; i < takers; i++ {
		others.Go(func() { bs.serve(taker(i)) })
	}
	bs.serve(taker(0))
	others.Wait()
	return bs.first.err
}

// serve gives one block after the other to a taker, until there are no more or
// somebody failed.
func (bs *blocks) serve(take func(*block) error) {
	b := &block{source: bs.source, scanner: scanner{comma: bs.comma}}
	for bs.next(b) {
		if err := take(b); err != nil {
			bs.fail(b.number, err)
		}
	}
}

// fail ends it all. Blocks are handed out in their order, so whoever still has
// one may fail further up in the file.
func (bs *blocks) fail(number int, err error) {
	bs.Lock()
	defer bs.Unlock()
	if bs.first.err == nil || number < bs.first.block {
		bs.first = failure{number, err}
	}
	bs.ended = true
}

// next fills a block with the next rows: with one where it is longer than a block
// should be. It is false where there are none.
func (bs *blocks) next(b *block) bool {
	bs.Lock()
	defer bs.Unlock()
	if bs.ended {
		return false
	}
	b.text = append(b.text[:0], bs.over...)
	var err error
	length := 0
	for size := bs.size; length == 0; size *= 2 {
		b.scanner.ends, err = readUpTo(bs.reader, &b.text, size)
		if b.scanner.ends == nothingFollows || len(b.text) > maxRow {
			length = len(b.text)
			bs.ended = true
			break
		}
		length = b.scanner.rowsEnd(b.text)
	}
	bs.over = append(bs.over[:0], b.text[length:]...)
	b.text = b.text[:length]
	b.number, b.line, b.err = bs.count, bs.line, err
	bs.count++
	bs.line += countNewlines(b.text)
	return true
}

// readUpTo adds to a text up to a size.
func readUpTo(r io.Reader, text *[]byte, size int) (ending, error) {
	have := len(*text)
	if have >= size {
		return moreFollows, nil
	}
	*text = slices.Grow(*text, size-have)[:size]
	n, err := io.ReadFull(r, (*text)[have:])
	*text = (*text)[:have+n]
	switch {
	case err == nil:
		return moreFollows, nil
	case isEnd(err):
		return nothingFollows, nil
	}
	return nothingFollows, err
}

// block is a part of the text that begins with a row and ends with one, or with
// the text.
type block struct {
	source  source
	number  int
	text    []byte
	line    int   // of its first row
	err     error // of reading it
	scanner scanner
}

// rows gives the rows of a block, each with its text up to the next one.
func (b *block) rows(take func(row Row, text []byte) error) error {
	if b.err != nil {
		return b.err
	}
	s, rest, line := &b.scanner, b.text, b.line
	for len(rest) > 0 {
		s.cells, s.copies, s.breaks = s.cells[:0], s.copies[:0], 0
		length, o := s.record(rest)
		if o != whole || length > maxCell || line > maxRows {
			if p := b.fault(rest, length, line, o); p != nil {
				return p
			}
		}
		if err := take(Row{Number: line, Cells: s.cells}, rest[:length]); err != nil {
			return err
		}
		line += 1 + s.breaks
		rest = rest[length:]
	}
	return nil
}

// fault says what is wrong with a record, as [scanner.record] gives it; nil where
// nothing is.
func (b *block) fault(text []byte, length, line int, o outcome) error {
	cells := b.scanner.cells
	column := len(cells) + 1
	switch {
	case o == tooWide:
		return b.source.problemAt(line, "too-many-columns", "max", maxColumnsSaid)
	case o != whole && len(text)-length > maxCell:
		return b.source.problemAt(line, "cell-too-long", "column", column, "max", maxCellSaid)
	case o == strayQuote:
		return b.source.problemAt(line, "stray-quote", "column", column)
	case o == openQuote:
		return b.source.problemAt(line, "unclosed-quote", "column", column)
	case o == cut, length > maxRow:
		return b.source.problemAt(line, "row-too-long", "max", maxRowSaid)
	case line > maxRows:
		return b.source.problem("too-many-rows", "max", maxRowsSaid)
	}
	if i := slices.IndexFunc(cells, isTooLong); i >= 0 {
		return b.source.problemAt(line, "cell-too-long", "column", i+1, "max", maxCellSaid)
	}
	return nil
}

func isTooLong(c Cell) bool { return len(c.Text) > maxCell }
