package sheet

import "io"

// Options are what a user says of a file that would else be found out.
type Options struct {
	Encoding  string // of text: utf-8, utf-16le, windows-1252, latin1, cp850, …; empty: look
	Delimiter string // of CSV: one of , ; | and tab, or its name; empty: look
}

// Open finds out what a file is and gives its sheets, of which there is at least
// one. The first is the one that is meant where nothing is said: of a workbook
// that is its first visible sheet, and the other visible ones follow.
//
// f.Name may have the name of a sheet after a #, as [Split] finds it, and then
// Open gives that sheet alone, even a hidden one; case does not matter. It is the
// business of the caller that f.Open opens what Split says the file is.
//
// What the file says is not held in memory. Errors are a [*Problem], or come from
// f.Open and the content.
func Open(f File, o Options) ([]*Sheet, error) {
	content, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer content.Close()
	head, err := beginning(content, headSize)
	if err != nil {
		return nil, err
	}
	if string(head[:min(len(head), len(zipSign))]) == zipSign {
		return openWorkbook(f, content)
	}
	if err := source(f.Name).refused(head); err != nil {
		return nil, err
	}
	return openText(f, content, o)
}

// openText gives the sheets of a file that is text.
func openText(f File, content Content, o Options) ([]*Sheet, error) {
	s := source(f.Name)
	t, err := s.recognised(content, o.Encoding)
	if err != nil {
		return nil, err
	}
	sample, ends, err := t.sample(content)
	if err != nil {
		return nil, err
	}
	if err := s.refusedText(sample); err != nil {
		return nil, err
	}
	file, _ := Split(f.Name)
	switch {
	case endsIn(file, []string{".yaml", ".yml"}):
		return openYAML(f, content, t)
	case looksJSON(sample):
		return openJSON(f, content, t)
	default:
		return openCSV(f, t, sample, ends, o)
	}
}

// sample is the beginning of a text, and whether there is more.
func (t text) sample(content Content) ([]byte, ending, error) {
	sample := make([]byte, sampleSize)
	n, err := io.ReadFull(t.reader(fromStart(content)), sample)
	switch {
	case err == nil:
		return sample, moreFollows, nil
	case isEnd(err):
		return sample[:n], nothingFollows, nil
	}
	return nil, nothingFollows, err
}

// openCSV gives the one sheet of a CSV file.
func openCSV(f File, t text, sample []byte, ends ending, o Options) ([]*Sheet, error) {
	s := source(f.Name)
	if _, part := Split(f.Name); part != "" {
		return nil, s.problem("no-sheets", "got", shown(part))
	}
	comma, skip := named(sample)
	switch {
	case o.Delimiter != "":
		forced, ok := delimiterOf(o.Delimiter)
		if !ok {
			return nil, s.problem("unknown-delimiter", "got", shown(o.Delimiter), "known", ", ; | tab")
		}
		comma = forced
	case comma == 0:
		comma = delimiterIn(sample, ends)
	}
	c := &csvText{file: f, text: t, comma: comma, skip: skip, block: blockSize}
	return []*Sheet{{
		Name: f.Name, Kind: kindCSV, Encoding: t.charset.name, Delimiter: string(comma), share: c.share, csv: c,
	}}, nil
}
