package sheet

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strings"
)

// Bounds of what is unpacked. Excel packs its files to a tenth, very regular data
// to a fiftieth.
const (
	maxDirectory = 4 << 20 // bytes of the list of parts
	maxPart      = 2 << 30 // bytes of an unpacked sheet; a million full rows have about that
	maxSmallPart = 16 << 20
	freelyPacked = 64 << 20 // bytes that are unpacked whatever the ratio
	maxRatio     = 300
)

// archive is the parts of a workbook, by their names in lower case.
type archive struct {
	source source
	parts  map[string]*zip.File
}

// openArchive reads the list of the parts.
func (s source) openArchive(content Content) (*zip.Reader, error) {
	r := &frugal{r: content, left: maxDirectory}
	z, err := zip.NewReader(r, content.Size())
	r.left = math.MaxInt64
	switch {
	case errors.Is(err, errTooMuch):
		return nil, s.problem("xlsx-too-large", "part", "zip")
	case err != nil:
		return nil, s.brokenPart("zip", err)
	}
	return z, nil
}

// frugal reads at most some bytes.
type frugal struct {
	r    io.ReaderAt
	left int64
}

// errTooMuch says that something has more bytes than it may.
var errTooMuch = errors.New("too many bytes")

// ReadAt reads as long as that is allowed.
func (f *frugal) ReadAt(p []byte, offset int64) (int, error) {
	if int64(len(p)) > f.left {
		return 0, errTooMuch
	}
	f.left -= int64(len(p))
	return f.r.ReadAt(p, offset)
}

// partsOf finds parts by their names. Some programs write the names in another
// case, or with the slashes of Windows.
func (s source) partsOf(z *zip.Reader) *archive {
	parts := make(map[string]*zip.File, len(z.File))
	for _, f := range z.File {
		name := partName(f.Name)
		if _, twice := parts[name]; !twice {
			parts[name] = f
		}
	}
	return &archive{s, parts}
}

func partName(name string) string {
	return strings.TrimPrefix(strings.ToLower(strings.ReplaceAll(name, `\`, "/")), "/")
}

// has reports whether there is a part of that name.
func (a *archive) has(name string) bool { return a.parts[partName(name)] != nil }

// open opens a part.
func (a *archive) open(name string) (*part, error) {
	file := a.parts[partName(name)]
	if file == nil {
		return nil, a.source.brokenPart(name, nil)
	}
	unpacked, err := file.Open()
	if err != nil {
		return nil, a.source.brokenPart(name, err)
	}
	packed := min(file.CompressedSize64, maxPart)
	return &part{ReadCloser: unpacked, name: name, most: min(maxPart, max(freelyPacked, maxRatio*int64(packed)))}, nil
}

// part is an open part of a workbook, which gives errTooMuch where it is a bomb:
// what the archive says of its size is not trusted.
type part struct {
	io.ReadCloser
	name       string
	read, most int64
}

// Read unpacks more.
func (p *part) Read(to []byte) (int, error) {
	n, err := p.ReadCloser.Read(to)
	if p.read += int64(n); p.read > p.most {
		return 0, errTooMuch
	}
	return n, err
}

// decode reads a small part into a struct of encoding/xml.
func (a *archive) decode(name string, to any) error {
	p, err := a.open(name)
	if err != nil {
		return err
	}
	defer p.Close()
	p.most = maxSmallPart
	if err := xml.NewDecoder(p).Decode(to); err != nil {
		return a.source.partProblem(name, err)
	}
	return nil
}

// partProblem says what is wrong with a part, by the error of reading it.
func (s source) partProblem(name string, err error) error {
	if errors.Is(err, errTooMuch) {
		return s.problem("xlsx-too-large", "part", shown(name))
	}
	return s.brokenPart(name, err)
}

func (s source) brokenPart(name string, cause error) *Problem {
	p := s.problem("broken-xlsx", "part", shown(name))
	p.Cause = cause
	return p
}
