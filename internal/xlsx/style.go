package xlsx

import (
	"bytes"
	"fmt"
	"math"
	"strconv"
)

// Style is how a cell looks. Colours are RRGGBB, empty for none.
type Style struct {
	Format      string // of numbers and dates, in Excel's notation; empty: general
	Bold        bool
	Italic      bool
	Wrap        bool    // long texts take several lines
	Size        float64 // of letters, in points; 0: 11
	Color       string  // of letters
	Fill        string
	Align       Align
	Indent      int  // from its side, in characters; of numbers on the right it wants Align
	Top         bool // vertically, else at the bottom
	Line        Line
	quotePrefix bool // a text that would run as a formula stays one when it is edited
}

// Align is where a cell's content stands.
type Align string

// The alignments besides the usual: texts left, numbers right.
const (
	Left   Align = "left"
	Right  Align = "right"
	Center Align = "center"
)

// Line is the frame of a cell.
type Line int

// The lines there are.
const (
	NoLine Line = iota
	Under       // a thin line below
	Over        // a thin line above
	Box         // thin lines all around
)

// styles are those of a book, each once, in the order in which they came.
type styles struct {
	index map[Style]int
	list  []Style
	dxfs  []Condition
}

func newStyles() *styles {
	s := &styles{index: map[Style]int{}}
	s.of(Style{})
	return s
}

// of is the number of a style.
func (s *styles) of(style Style) int {
	if i, ok := s.index[style]; ok {
		return i
	}
	s.index[style] = len(s.list)
	s.list = append(s.list, style)
	return len(s.list) - 1
}

// xml is the part of the book that has all styles.
func (s *styles) xml() []byte {
	var fonts, fills, borders, formats parts
	fonts.of(font(Style{}))
	fills.of(`<fill><patternFill patternType="none"/></fill>`)
	fills.of(`<fill><patternFill patternType="gray125"/></fill>`)
	borders.of(border(NoLine))
	var xfs bytes.Buffer
	for _, style := range s.list {
		format := 0
		if style.Format != "" {
			const firstOwn = 164 // those below are the program's
			format = firstOwn + formats.of(escaped(style.Format))
		}
		fmt.Fprintf(&xfs, `<xf numFmtId="%d" fontId="%d" fillId="%d" borderId="%d" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"`,
			format, fonts.of(font(style)), fills.of(fill(style)), borders.of(border(style.Line)))
		if style.quotePrefix {
			xfs.WriteString(` quotePrefix="1"`)
		}
		xfs.WriteString(">" + alignment(style) + "</xf>")
	}
	var b bytes.Buffer
	b.WriteString(xmlHead + `<styleSheet xmlns="` + mainNamespace + `">`)
	if len(formats.list) > 0 {
		fmt.Fprintf(&b, `<numFmts count="%d">`, len(formats.list))
		for i, format := range formats.list {
			fmt.Fprintf(&b, `<numFmt numFmtId="%d" formatCode="%s"/>`, 164+i, format)
		}
		b.WriteString(`</numFmts>`)
	}
	fonts.write(&b, "fonts")
	fills.write(&b, "fills")
	borders.write(&b, "borders")
	b.WriteString(`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>`)
	fmt.Fprintf(&b, `<cellXfs count="%d">%s</cellXfs>`, len(s.list), xfs.Bytes())
	b.WriteString(`<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>`)
	fmt.Fprintf(&b, `<dxfs count="%d">`, len(s.dxfs))
	for _, c := range s.dxfs {
		b.WriteString(`<dxf>`)
		if c.Color != "" {
			b.WriteString(`<font><color rgb="FF` + c.Color + `"/></font>`)
		}
		if c.Fill != "" {
			b.WriteString(`<fill><patternFill patternType="solid"><fgColor rgb="FF` + c.Fill + `"/><bgColor rgb="FF` + c.Fill + `"/></patternFill></fill>`)
		}
		b.WriteString(`</dxf>`)
	}
	b.WriteString(`</dxfs></styleSheet>`)
	return b.Bytes()
}

// parts are pieces of XML, each once.
type parts struct{ list []string }

func (p *parts) of(xml string) int {
	for i, known := range p.list {
		if known == xml {
			return i
		}
	}
	p.list = append(p.list, xml)
	return len(p.list) - 1
}

func (p *parts) write(b *bytes.Buffer, name string) {
	fmt.Fprintf(b, `<%s count="%d">`, name, len(p.list))
	for _, xml := range p.list {
		b.WriteString(xml)
	}
	b.WriteString("</" + name + ">")
}

func font(s Style) string {
	xml := "<font>"
	if s.Bold {
		xml += "<b/>"
	}
	if s.Italic {
		xml += "<i/>"
	}
	size, color := s.Size, s.Color
	if size == 0 {
		size = 11
	}
	if color == "" {
		color = "1F2933"
	}
	return xml + `<sz val="` + number(size) + `"/><color rgb="FF` + color + `"/><name val="Calibri"/><family val="2"/></font>`
}

func fill(s Style) string {
	if s.Fill == "" {
		return `<fill><patternFill patternType="none"/></fill>`
	}
	return `<fill><patternFill patternType="solid"><fgColor rgb="FF` + s.Fill + `"/><bgColor indexed="64"/></patternFill></fill>`
}

func border(line Line) string {
	side := func(name string, drawn bool) string {
		if !drawn {
			return "<" + name + "/>"
		}
		return "<" + name + ` style="thin"><color rgb="FFB8C2CC"/></` + name + ">"
	}
	return "<border>" + side("left", line == Box) + side("right", line == Box) +
		side("top", line == Box || line == Over) + side("bottom", line == Box || line == Under) + "<diagonal/></border>"
}

func alignment(s Style) string {
	xml := "<alignment"
	if s.Align != "" {
		xml += ` horizontal="` + string(s.Align) + `"`
	}
	if s.Indent > 0 {
		if s.Align == "" {
			xml += ` horizontal="left"`
		}
		xml += ` indent="` + strconv.Itoa(s.Indent) + `"`
	}
	if s.Top {
		xml += ` vertical="top"`
	}
	if s.Wrap {
		xml += ` wrapText="1"`
	}
	return xml + "/>"
}

// number writes a float64 so that it is read back the same.
func number(x float64) string { return string(appendNumber(nil, x)) }

// appendNumber writes without an exponent what is readable so.
func appendNumber(to []byte, x float64) []byte {
	format := byte('f')
	if size := math.Abs(x); size >= 1e21 || size < 1e-6 && size > 0 {
		format = 'g'
	}
	return strconv.AppendFloat(to, x, format, -1, 64)
}
