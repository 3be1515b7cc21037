package sheet

import (
	"archive/zip"
	"bytes"
	"strings"
)

// Kinds of files whose rows can be read.
const (
	kindCSV  = "csv"
	kindXLSX = "xlsx"
	kindJSON = "json"
	kindYAML = "yaml"
)

// zipSign begins every XLSX, which is a zip archive.
const zipSign = "PK\x03\x04"

// signature is how files of a format begin, and the problem that they are.
type signature struct{ begins, problem, format string }

// signatures are of what people name .csv, or mistake for a table.
func signatures() []signature {
	return []signature{
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old-xls", ""},
		{"PK\x05\x06", "compressed-file", "zip"}, // an empty one
		{"\x1f\x8b", "compressed-file", "gzip"},
		{"BZh", "compressed-file", "bzip2"},
		{"\xfd7zXZ\x00", "compressed-file", "xz"},
		{"\x28\xb5\x2f\xfd", "compressed-file", "zstd"},
		{"7z\xbc\xaf\x27\x1c", "compressed-file", "7z"},
		{"Rar!\x1a\x07", "compressed-file", "rar"},
		{"%PDF-", "binary-file", "PDF"},
		{"SQLite format 3\x00", "binary-file", "SQLite"},
		{"PAR1", "binary-file", "Parquet"},
		{"Obj\x01", "binary-file", "Avro"},
		{"\x89PNG\r\n\x1a\n", "binary-file", "PNG"},
		{"\xff\xd8\xff", "binary-file", "JPEG"},
		{"GIF8", "binary-file", "GIF"},
		{"{\\rtf", "binary-file", "RTF"},
		{"\x7fELF", "binary-file", "ELF"},
	}
}

// refused reports a file that begins like one that has no rows to read.
func (s source) refused(head []byte) error {
	for _, known := range signatures() {
		switch {
		case !bytes.HasPrefix(head, []byte(known.begins)):
		case known.format == "":
			return s.problem(known.problem)
		default:
			return s.problem(known.problem, "format", known.format)
		}
	}
	return nil
}

// refusedText reports a text that is a page or a document.
func (s source) refusedText(sample []byte) error {
	begin := strings.ToLower(string(bytes.TrimSpace(sample[:min(len(sample), headSize)])))
	if strings.HasPrefix(begin, "<?xml") && !strings.Contains(begin, "<html") {
		return s.problem("xml-file")
	}
	for _, tag := range []string{"<?xml", "<!doctype", "<html", "<head", "<body", "<table", "<meta", "<script", "<style", "<div"} {
		if strings.HasPrefix(begin, tag) {
			return s.problem("html-page")
		}
	}
	return nil
}

// looksJSON reports whether a text begins as JSON does. A list begins with a
// value: [Leads] is the title of a report.
func looksJSON(sample []byte) bool {
	begin := bytes.TrimSpace(sample)
	if len(begin) == 0 || begin[0] != '[' {
		return len(begin) > 0 && begin[0] == '{'
	}
	inside := bytes.TrimSpace(begin[1:])
	if len(inside) == 0 || bytes.IndexByte([]byte(`{["]-0123456789`), inside[0]) >= 0 {
		return true
	}
	for _, word := range []string{"null", "true", "false"} {
		if bytes.HasPrefix(inside, []byte(word)) {
			return true
		}
	}
	return false
}

// refusedArchive reports a zip archive that is no XLSX.
func (s source) refusedArchive(archive *zip.Reader) error {
	for _, part := range archive.File {
		switch {
		case part.Name == "xl/workbook.bin":
			return s.problem("other-workbook", "format", ".xlsb")
		case part.Name == "content.xml" || part.Name == "mimetype":
			return s.problem("other-workbook", "format", ".ods")
		case strings.HasPrefix(part.Name, "Index/") && strings.HasSuffix(part.Name, ".iwa"):
			return s.problem("other-workbook", "format", ".numbers")
		case part.Name == "word/document.xml":
			return s.problem("binary-file", "format", "Word")
		case part.Name == "ppt/presentation.xml":
			return s.problem("binary-file", "format", "PowerPoint")
		}
	}
	return s.problem("compressed-file", "format", "zip")
}
