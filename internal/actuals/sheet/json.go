package sheet

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
)

// jsonText is a JSON file with all that was found out about its rows.
type jsonText struct {
	file    File
	source  source
	text    text
	list    jsonList
	columns *columns
}

// jsonList is where the rows of a JSON file are.
type jsonList struct {
	name   string // of the key that it is the value of: deals, data.deals; empty where there is none
	offset int64  // of its bracket, in bytes of text
	form   jsonForm
}

// jsonForm is how rows stand in a JSON file.
type jsonForm int

const (
	inBrackets jsonForm = iota // as the items of a list
	inSequence                 // one after another; a single object is the shortest sequence
)

// openJSON gives the list of a JSON file, or the one that its name asks for.
func openJSON(f File, content Content, t text) ([]*Sheet, error) {
	j := &jsonText{file: f, source: source(f.Name), text: t}
	lists, err := j.outline(content)
	if err != nil {
		return nil, err
	}
	if j.list, err = j.chosen(lists); err != nil {
		return nil, err
	}
	if j.columns, err = j.survey(content); err != nil {
		return nil, err
	}
	return []*Sheet{{Name: f.Name, Kind: kindJSON, Encoding: t.charset.name, share: unshared(j.each)}}, nil
}

// chosen is the list that the file's name asks for, else the only one.
func (j *jsonText) chosen(lists []jsonList) (jsonList, error) {
	_, asked := Split(j.file.Name)
	var names []string
	for _, l := range lists {
		if asked != "" && strings.EqualFold(l.name, asked) {
			return l, nil
		}
		names = append(names, l.name)
	}
	switch {
	case asked != "" && len(lists) == 1 && lists[0].name == "":
		return jsonList{}, j.source.problem("no-sheets", "got", shown(asked))
	case asked != "":
		return jsonList{}, j.source.problem("unknown-sheet", "got", shown(asked), "known", list(names))
	case len(lists) > 1:
		return jsonList{}, j.source.problem("several-lists", "known", list(names))
	}
	return lists[0], nil
}

// jsonReader reads the values of a JSON text. No value is larger than a row may
// be.
type jsonReader struct {
	*json.Decoder
	r    io.Reader
	read int64
}

// jsonAt reads a text from an offset on.
func (j *jsonText) jsonAt(content io.Reader, offset int64) (*jsonReader, error) {
	text := j.text.reader(content)
	if _, err := io.CopyN(io.Discard, text, offset); err != nil {
		return nil, err
	}
	r := &jsonReader{r: text}
	r.Decoder = json.NewDecoder(r)
	r.UseNumber()
	return r, nil
}

// readAhead bounds how far the decoder reads ahead, so that what is read and not
// yet taken is about the size of a value.
const readAhead = 64 << 10

// Read reads for the decoder.
func (r *jsonReader) Read(p []byte) (int, error) {
	if r.read-r.InputOffset() > maxRow {
		return 0, errTooMuch
	}
	n, err := r.r.Read(p[:min(len(p), readAhead)])
	r.read += int64(n)
	return n, err
}

// fault says what is wrong with a text, by the error of reading a value of it.
func (j *jsonText) fault(r *jsonReader, from int64, row int, err error) error {
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, errTooMuch):
		return j.source.problemAt(row, "row-too-long", "max", maxRowSaid)
	case isEnd(err), errors.As(err, &syntax):
		line, lineErr := j.lineOf(from + r.InputOffset())
		if lineErr != nil {
			return lineErr
		}
		p := j.source.problemAt(row, "bad-json", "line", line)
		p.Cause = err
		return p
	}
	return err
}

// lineOf is the line of the first sign from an offset on that is not white space
// or between values.
func (j *jsonText) lineOf(offset int64) (int, error) {
	content, err := j.file.Open()
	if err != nil {
		return 0, err
	}
	defer content.Close()
	text := j.text.reader(content)
	newlines := &newlineCounter{}
	if _, err := io.CopyN(newlines, text, offset); err != nil {
		return 0, err
	}
	rest := make([]byte, readAhead)
	n, err := io.ReadFull(text, rest)
	if err != nil && !isEnd(err) {
		return 0, err
	}
	between := n - len(bytes.TrimLeft(rest[:n], " \t\r\n,:"))
	return 1 + newlines.count + countNewlines(rest[:between]), nil
}

// newlineCounter counts the newlines of what is written to it.
type newlineCounter struct{ count int }

// Write counts.
func (c *newlineCounter) Write(p []byte) (int, error) {
	c.count += countNewlines(p)
	return len(p), nil
}

// survey reads all rows to see which columns there are.
func (j *jsonText) survey(content Content) (*columns, error) {
	all := &columns{places: map[string]int{}}
	o := &object{source: j.source, columns: all, unknown: all.add}
	err := j.objects(fromStart(content), func(row int, raw []byte) error {
		return o.read(row, raw)
	})
	return all, err
}

// each gives the names of the columns and then the rows.
func (j *jsonText) each(yield func(Row) error) error {
	content, err := j.file.Open()
	if err != nil {
		return err
	}
	defer content.Close()
	header := make([]Cell, len(j.columns.names))
	for i, name := range j.columns.names {
		header[i] = Cell{Text: []byte(name)}
	}
	if err := yield(Row{Cells: header}); err != nil {
		return err
	}
	o := &object{source: j.source, columns: j.columns, unknown: j.changed}
	return j.objects(content, func(row int, raw []byte) error {
		if err := o.read(row, raw); err != nil {
			return err
		}
		return yield(Row{Number: row, Cells: o.cells})
	})
}

// changed reports a column that was not there when the file was first read.
func (j *jsonText) changed(string) error { return j.source.problem("file-changed") }

// objects gives the rows as they are written.
func (j *jsonText) objects(content io.Reader, yield func(row int, raw []byte) error) error {
	r, err := j.jsonAt(content, j.list.offset)
	if err != nil {
		return err
	}
	if j.list.form == inBrackets {
		if _, err := r.Token(); err != nil {
			return j.fault(r, j.list.offset, 0, err)
		}
	}
	var raw json.RawMessage
	for row := 1; ; row++ {
		if j.list.form == inBrackets && !r.More() {
			return j.closed(r)
		}
		err := r.Decode(&raw)
		switch {
		case errors.Is(err, io.EOF) && j.list.form == inSequence:
			return nil
		case err != nil:
			return j.fault(r, j.list.offset, row, err)
		case raw[0] != '{':
			return j.source.problemAt(row, "not-an-object")
		case row > maxRows:
			return j.source.problem("too-many-rows", "max", maxRowsSaid)
		}
		if err := yield(row, raw); err != nil {
			return err
		}
	}
}

// closed holds the end of a list against what must follow: nothing where the
// list is the whole text. What follows a list within an object was seen before.
func (j *jsonText) closed(r *jsonReader) error {
	if _, err := r.Token(); err != nil {
		return j.fault(r, j.list.offset, 0, err)
	}
	if j.list.name != "" {
		return nil
	}
	switch _, err := r.Token(); {
	case errors.Is(err, io.EOF):
		return nil
	case err == nil:
		return j.fault(r, j.list.offset, 0, io.ErrUnexpectedEOF)
	default:
		return j.fault(r, j.list.offset, 0, err)
	}
}
