package xlsx

import (
	"bufio"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// output is a part that is written piece by piece. What goes wrong shows when it is
// flushed.
type output struct{ *bufio.Writer }

func (o *output) add(xml string) { _, _ = o.WriteString(xml) }

func (o *output) addf(format string, values ...any) { _, _ = fmt.Fprintf(o, format, values...) }

// writeSheet writes the part of a sheet, rows as they come. The order of the
// elements is that of CT_Worksheet, from which Excel does not take another.
func (w *writer) writeSheet(b *output, s *Sheet) {
	b.add(xmlHead + `<worksheet xmlns="` + mainNamespace + `" xmlns:r="` + relationNamespace + `">`)
	b.add(`<sheetPr>`)
	if s.Tab != "" {
		b.add(`<tabColor rgb="FF` + s.Tab + `"/>`)
	}
	b.add(`<pageSetUpPr fitToPage="1"/></sheetPr>`)
	w.writeView(b, s)
	b.add(`<sheetFormatPr defaultRowHeight="15"/>`)
	writeWidths(b, s.Widths)
	b.add(`<sheetData>`)
	row := 0
	for r := range s.Rows {
		row++
		w.writeRow(b, row, r)
	}
	b.add(`</sheetData>`)
	writeMerged(b, s.Merged)
	w.writeConditions(b, s.Conditions)
	writeValidations(b, s.Validations)
	b.add(`<printOptions horizontalCentered="1"/>`)
	b.add(`<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>`)
	orientation := "portrait"
	if s.Landscape {
		orientation = "landscape"
	}
	const a4 = 9
	b.addf(`<pageSetup paperSize="%d" orientation="%s" fitToWidth="1" fitToHeight="0"/>`, a4, orientation)
	b.add(`<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>`)
	relation := 1
	if len(s.Charts) > 0 {
		b.addf(`<drawing r:id="rId%d"/>`, relation)
		relation++
	}
	if len(s.Comments) > 0 {
		b.addf(`<legacyDrawing r:id="rId%d"/>`, relation)
	}
	b.add(`</worksheet>`)
}

func (w *writer) writeView(b *output, s *Sheet) {
	b.add(`<sheetViews><sheetView`)
	if s.NoGrid {
		b.add(` showGridLines="0"`)
	}
	if w.sheets == 1 {
		b.add(` tabSelected="1"`)
	}
	b.add(` workbookViewId="0">`)
	if s.FrozenRows > 0 || s.FrozenColumns > 0 {
		pane := "bottomRight"
		switch {
		case s.FrozenColumns == 0:
			pane = "bottomLeft"
		case s.FrozenRows == 0:
			pane = "topRight"
		}
		b.add(`<pane`)
		if s.FrozenColumns > 0 {
			b.addf(` xSplit="%d"`, s.FrozenColumns)
		}
		if s.FrozenRows > 0 {
			b.addf(` ySplit="%d"`, s.FrozenRows)
		}
		b.addf(` topLeftCell="%s" activePane="%s" state="frozen"/>`, Place{s.FrozenRows + 1, s.FrozenColumns + 1}, pane)
		b.addf(`<selection pane="%s"/>`, pane)
	}
	b.add(`</sheetView></sheetViews>`)
}

func writeWidths(b *output, widths []float64) {
	if !slices.ContainsFunc(widths, func(x float64) bool { return x > 0 }) {
		return
	}
	b.add(`<cols>`)
	for i, width := range widths {
		if width > 0 {
			b.addf(`<col min="%d" max="%d" width="%s" customWidth="1"/>`, i+1, i+1, number(width))
		}
	}
	b.add(`</cols>`)
}

func (w *writer) writeRow(b *output, row int, r Row) {
	line := w.line[:0]
	line = append(line, `<row r="`...)
	line = strconv.AppendInt(line, int64(row), 10)
	line = append(line, '"')
	if r.Height > 0 {
		line = append(line, ` ht="`...)
		line = appendNumber(line, r.Height)
		line = append(line, `" customHeight="1"`...)
	}
	line = append(line, '>')
	for i := range r.Cells {
		if c := &r.Cells[i]; c.Value != nil || c.Formula != "" || c.Style != (Style{}) {
			line = w.appendCell(line, Place{row, i + 1}, c)
		}
	}
	line = append(line, `</row>`...)
	_, _ = b.Write(line)
	w.line = line
}

func (w *writer) appendCell(line []byte, at Place, c *Cell) []byte {
	style := c.Style
	text, isText := c.Value.(string)
	if isText && c.Formula == "" && runs(text) {
		style.quotePrefix = true
	}
	line = append(line, `<c r="`...)
	line = append(line, w.column(at.Column)...)
	line = strconv.AppendInt(line, int64(at.Row), 10)
	line = append(line, '"')
	if n := w.styles.of(style); n > 0 {
		line = append(line, ` s="`...)
		line = strconv.AppendInt(line, int64(n), 10)
		line = append(line, '"')
	}
	switch {
	case isText && c.Formula == "":
		line = append(line, ` t="inlineStr"><is><t xml:space="preserve">`...)
		line = append(line, escaped(cutText(text, maxText))...)
		return append(line, `</t></is></c>`...)
	case isText:
		line = append(line, ` t="str"`...)
	}
	if _, isBool := c.Value.(bool); isBool {
		line = append(line, ` t="b"`...)
	}
	line = append(line, '>')
	if c.Formula != "" {
		line = append(line, `<f>`...)
		line = append(line, escaped(c.Formula)...)
		line = append(line, `</f>`...)
	}
	switch x := c.Value.(type) {
	case float64:
		if !math.IsInf(x, 0) && !math.IsNaN(x) {
			line = append(line, `<v>`...)
			line = appendNumber(line, x)
			line = append(line, `</v>`...)
		}
	case bool:
		line = append(line, `<v>0</v>`...)
		if x {
			line[len(line)-5] = '1'
		}
	case string:
		line = append(line, `<v>`...)
		line = append(line, escaped(text)...)
		line = append(line, `</v>`...)
	}
	return append(line, `</c>`...)
}

// column is the name of a column, which long sheets ask for millions of times.
func (w *writer) column(n int) string {
	for len(w.columns) < n {
		w.columns = append(w.columns, letters(len(w.columns)+1))
	}
	return w.columns[n-1]
}

func writeMerged(b *output, merged []Area) {
	if len(merged) == 0 {
		return
	}
	b.addf(`<mergeCells count="%d">`, len(merged))
	for _, area := range merged {
		b.addf(`<mergeCell ref="%s"/>`, area)
	}
	b.add(`</mergeCells>`)
}

func (w *writer) writeConditions(b *output, conditions []Condition) {
	for i, c := range conditions {
		b.addf(`<conditionalFormatting sqref="%s"><cfRule type="expression" dxfId="%d" priority="%d"><formula>%s</formula></cfRule></conditionalFormatting>`,
			c.Area, len(w.styles.dxfs), i+1, escaped(c.Formula))
		w.styles.dxfs = append(w.styles.dxfs, c)
	}
}

func writeValidations(b *output, list []Validation) {
	if len(list) == 0 {
		return
	}
	b.addf(`<dataValidations count="%d">`, len(list))
	for _, v := range list {
		b.addf(`<dataValidation type="%s" operator="%s" allowBlank="1" showErrorMessage="1" errorTitle="%s" error="%s" sqref="%s"><formula1>%s</formula1>`,
			v.Type, v.Operator, escaped(cutText(v.Title, 32)), escaped(cutText(v.Message, 225)), v.Area, escaped(v.Low))
		if v.High != "" {
			b.add(`<formula2>` + escaped(v.High) + `</formula2>`)
		}
		b.add(`</dataValidation>`)
	}
	b.add(`</dataValidations>`)
}

// printed are the names that say what is printed of a sheet.
func printed(s *Sheet, index int) string {
	if s.RepeatedRows == 0 {
		return ""
	}
	from := max(s.RepeatedFrom, 1)
	return fmt.Sprintf(`<definedName name="_xlnm.Print_Titles" localSheetId="%d">%s!$%d:$%d</definedName>`,
		index, escaped(Quoted(s.Name)), from, s.RepeatedRows)
}

// joined writes the parts of a list one below the other.
func joined(lines []string) string { return strings.Join(lines, "") }
