package sheet

import (
	"bytes"
	"errors"
	"io"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// text is how the bytes of a file make text.
type text struct {
	charset charset
	mark    int  // bytes of its byte order mark
	returns bool // lines end with a return alone, as on an old Mac
}

// reader gives the text of a content in UTF-8, without byte order mark.
func (t text) reader(content io.Reader) io.Reader {
	r := io.Reader(&behind{r: content, left: t.mark})
	if t.charset.decoder != nil {
		r = transform.NewReader(r, t.charset.decoder())
	}
	if t.returns {
		r = returnReader{r}
	}
	return r
}

// behind leaves out the first bytes of what it reads.
type behind struct {
	r    io.Reader
	left int
}

// Read reads what is behind those bytes.
func (b *behind) Read(p []byte) (int, error) {
	if b.left > 0 {
		_, err := io.CopyN(io.Discard, b.r, int64(b.left))
		if b.left = 0; err != nil {
			return 0, err
		}
	}
	return b.r.Read(p)
}

// returnReader reads newlines for returns.
type returnReader struct{ r io.Reader }

// Read reads text with newlines.
func (r returnReader) Read(p []byte) (int, error) {
	n, err := r.r.Read(p)
	for i, c := range p[:n] {
		if c == '\r' {
			p[i] = '\n'
		}
	}
	return n, err
}

// recognised finds out how the bytes of a content make text, and holds all of
// them against that. forced is what its user says that the encoding is; it may
// be empty.
func (s source) recognised(content Content, forced string) (text, error) {
	head, err := beginning(content, headSize)
	if err != nil {
		return text{}, err
	}
	switch {
	case forced != "":
		return s.forced(content, head, forced)
	case utf16In(head) != "":
		return s.utf16(content, head)
	default:
		return s.utf8(content, head)
	}
}

// headSize is how much of a file's beginning tells what it is.
const headSize = 64 << 10

// beginning is the first bytes of a content, fewer where it has fewer.
func beginning(content io.ReaderAt, size int) ([]byte, error) {
	head := make([]byte, size)
	n, err := content.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	return head[:n], nil
}

// forced is the text of a file whose user says what its encoding is.
func (s source) forced(content Content, head []byte, name string) (text, error) {
	charset, ok := charsetOf(name)
	if !ok {
		return text{}, s.problem("unknown-encoding", "got", shown(name), "known", list(charsetExamples()))
	}
	t := text{charset: charset, mark: markLength(head, charset.name)}
	seen, err := s.survey(content, t)
	if seen.invalid { // only where UTF-8 is forced: decoders give nothing else
		t.charset.decoder = unicode.UTF8.NewDecoder
	}
	t.returns = seen.returns && !seen.newlines
	return t, err
}

// utf16 is the text of a file in UTF-16.
func (s source) utf16(content Content, head []byte) (text, error) {
	t := text{charset: utf16Charset(utf16In(head))}
	t.mark = markLength(head, t.charset.name)
	line, err := brokenUTF16(t.raw(content), t.charset.name)
	switch {
	case err != nil:
		return t, err
	case line > 0:
		return t, s.problemAt(line, "broken-utf-16")
	}
	seen, err := s.survey(content, t)
	t.returns = seen.returns && !seen.newlines
	return t, err
}

// utf8 is the text of a file in UTF-8, or else in Windows-1252.
func (s source) utf8(content Content, head []byte) (text, error) {
	t := text{charset: charset{name: utf8Name}, mark: markLength(head, utf8Name)}
	seen, err := s.survey(content, t)
	if err != nil {
		return t, err
	}
	t.returns = seen.returns && !seen.newlines
	if !seen.invalid {
		return t, nil
	}
	d, err := damaged(t.raw(content))
	switch {
	case err != nil:
		return t, err
	case t.mark > 0, d.foreign > d.invalid:
		return t, s.problemAt(d.line, "mixed-encoding")
	}
	t.charset = windowsCharset()
	return t, nil
}

// survey reads the whole of a text, and reports what no text has.
func (s source) survey(content Content, t text) (survey, error) {
	seen, err := surveyed(t.reader(fromStart(content)))
	switch {
	case err != nil:
		return seen, err
	case seen.nulLine > 0:
		return seen, s.problemAt(seen.nulLine, "nul-byte")
	case seen.blank:
		return seen, s.problem("empty-file")
	}
	return seen, nil
}

// raw is the bytes of a content behind the byte order mark.
func (t text) raw(content Content) io.Reader { return &behind{r: fromStart(content), left: t.mark} }

// fromStart reads a content that was read before.
func fromStart(content Content) io.Reader { return io.NewSectionReader(content, 0, content.Size()) }

// markLength is how long the byte order mark of an encoding is at the beginning
// of a file: 0 where there is none.
func markLength(head []byte, charset string) int {
	marks := map[string]string{utf8Name: "\xef\xbb\xbf", utf16LEName: "\xff\xfe", utf16BEName: "\xfe\xff"}
	if mark, has := marks[charset]; has && bytes.HasPrefix(head, []byte(mark)) {
		return len(mark)
	}
	return 0
}
