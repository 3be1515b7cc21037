package xlsx

import (
	"fmt"
	"strconv"
	"strings"
)

// comments writes the notes of a sheet, and the boxes in which they show, which
// Excel still wants in its drawing language of 2000.
func (w *writer) comments(sheet int, list []Comment) error {
	var texts, boxes strings.Builder
	texts.WriteString(xmlHead + `<comments xmlns="` + mainNamespace + `"><authors><author>embudo</author></authors><commentList>`)
	boxes.WriteString(`<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">` +
		`<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`)
	for i, c := range list {
		fmt.Fprintf(&texts, `<comment ref="%s" authorId="0"><text><r><rPr><sz val="9"/><rFont val="Calibri"/></rPr><t xml:space="preserve">%s</t></r></text></comment>`,
			c.At, escaped(cutText(c.Text, maxText)))
		height := 2 + len(c.Text)/30 // rows that the box takes, with some thirty letters to a line
		fmt.Fprintf(&boxes, `<v:shape id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#fffbe6" o:insetmode="auto">`+
			`<v:fill color2="#fffbe6"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/>`+
			`<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%d, 12, %d, 2, %d, 40, %d, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>`,
			sheet*1024+i+1, c.At.Column, c.At.Row-1, c.At.Column+2, c.At.Row-1+height, c.At.Row-1, c.At.Column-1)
	}
	texts.WriteString(`</commentList></comments>`)
	boxes.WriteString(`</xml>`)
	name := "comments" + strconv.Itoa(sheet) + ".xml"
	w.has("xl/"+name, "spreadsheetml.comments")
	if err := w.part("xl/"+name, texts.String()); err != nil {
		return err
	}
	return w.part("xl/drawings/vmlDrawing"+strconv.Itoa(sheet)+".vml", boxes.String())
}
