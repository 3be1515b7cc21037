package xlsx

import (
	"fmt"
	"strconv"
	"strings"
)

// Chart is a picture of cells.
type Chart struct {
	Kind       ChartKind
	Title      string
	At         Area // that it covers
	Series     []Series
	Categories string // the cells with the names of the values: 'Plan'!$A$5:$A$9; empty where there are none
	Names      []string
	Dates      []any  // in place of names: what their cells hold where these are dates
	DateFormat string // of dates
	Format     string // of the numbers
	Shown      bool   // the numbers stand beside the bars
}

// ChartKind is what a chart draws.
type ChartKind int

// The kinds of charts.
const (
	Bars  ChartKind = iota // lying, the first at the top
	Lines                  // along time
)

// Series are the values of one colour. Refers names their cells, empty where there
// are none, and Values what these hold, for programs that do not look.
type Series struct {
	Name, Refers string
	Values       []any // float64, or nil for none
	Color        string
}

// charts writes the drawing of a sheet and its charts.
func (w *writer) charts(sheet int, s *Sheet) error {
	var b strings.Builder
	b.WriteString(xmlHead + `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">`)
	var list []string
	for i := range s.Charts {
		c := &s.Charts[i]
		w.drawn++
		name := "charts/chart" + strconv.Itoa(w.drawn) + ".xml"
		list = append(list, relation("chart", "../"+name))
		w.has("xl/"+name, "drawingml.chart")
		if err := w.part("xl/"+name, chartXML(c)); err != nil {
			return err
		}
		fmt.Fprintf(&b, `<xdr:twoCellAnchor><xdr:from><xdr:col>%d</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>%d</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>`+
			`<xdr:to><xdr:col>%d</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>%d</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>`+
			`<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="%d" name="%s" descr="%s"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`+
			`<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">`+
			`<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="%s" r:id="rId%d"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`,
			c.At.From.Column-1, c.At.From.Row-1, c.At.To.Column, c.At.To.Row, i+2, "Chart "+strconv.Itoa(w.drawn), escaped(c.Title), relationNamespace, i+1)
	}
	b.WriteString(`</xdr:wsDr>`)
	drawing := "drawing" + strconv.Itoa(sheet) + ".xml"
	w.has("xl/drawings/"+drawing, "drawing")
	if err := w.part("xl/drawings/"+drawing, b.String()); err != nil {
		return err
	}
	return w.part("xl/drawings/_rels/"+drawing+".rels", relations(list...))
}

func chartXML(c *Chart) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="` + relationNamespace + `">` +
		`<c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r><a:rPr sz="1200" b="1"/><a:t>` + escaped(c.Title) + `</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>` +
		`<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>`)
	const axes = `<c:axId val="1"/><c:axId val="2"/>`
	if c.Kind == Bars {
		b.WriteString(`<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>`)
		c.series(&b)
		b.WriteString(`<c:gapWidth val="45"/>` + axes + `</c:barChart>`)
		b.WriteString(axis("catAx", 1, 2, "l", "maxMin", "General") + axis("valAx", 2, 1, "t", "minMax", c.Format))
	} else {
		b.WriteString(`<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>`)
		c.series(&b)
		b.WriteString(`<c:marker val="1"/>` + axes + `</c:lineChart>`)
		b.WriteString(axis("catAx", 1, 2, "b", "minMax", c.nameFormat()) + axis("valAx", 2, 1, "l", "minMax", c.Format))
	}
	b.WriteString(`</c:plotArea>`)
	if len(c.Series) > 1 {
		b.WriteString(`<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>`)
	}
	b.WriteString(`<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`)
	return b.String()
}

func (c *Chart) series(b *strings.Builder) {
	for i, s := range c.Series {
		fmt.Fprintf(b, `<c:ser><c:idx val="%d"/><c:order val="%d"/><c:tx><c:v>%s</c:v></c:tx>`, i, i, escaped(s.Name))
		if c.Kind == Bars {
			fmt.Fprintf(b, `<c:spPr><a:solidFill><a:srgbClr val="%s"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>`, s.Color)
		} else {
			fmt.Fprintf(b, `<c:spPr><a:ln w="25400"><a:solidFill><a:srgbClr val="%s"/></a:solidFill></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>`, s.Color)
		}
		if c.Shown {
			fmt.Fprintf(b, `<c:dLbls><c:numFmt formatCode="%s" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`, escaped(c.Format))
		}
		b.WriteString(`<c:cat>` + c.categories() + `</c:cat>`)
		b.WriteString(`<c:val>` + held("num", s.Refers, `<c:formatCode>`+escaped(c.Format)+`</c:formatCode>`+values(s.Values)) + `</c:val>`)
		if c.Kind == Lines {
			b.WriteString(`<c:smooth val="0"/>`)
		}
		b.WriteString(`</c:ser>`)
	}
}

// nameFormat is that of the names along time: of dates Excel shows the number of the
// day unless it is told.
func (c *Chart) nameFormat() string {
	if c.DateFormat == "" {
		return "General"
	}
	return c.DateFormat
}

func (c *Chart) categories() string {
	if c.DateFormat == "" {
		return held("str", c.Categories, names(c.Names))
	}
	return held("num", c.Categories, `<c:formatCode>`+escaped(c.DateFormat)+`</c:formatCode>`+values(c.Dates))
}

// axis is one of a chart; its orientation is minMax, or maxMin where its values count
// downwards.
func axis(kind string, id, crosses int, position, orientation, format string) string {
	xml := `<c:` + kind + `><c:axId val="` + strconv.Itoa(id) + `"/><c:scaling><c:orientation val="` + orientation + `"/>`
	if kind == "valAx" {
		xml += `<c:min val="0"/>`
	}
	xml += `</c:scaling><c:delete val="0"/><c:axPos val="` + position + `"/>`
	if kind == "valAx" {
		xml += `<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="E4E7EB"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>`
	}
	return xml + fmt.Sprintf(`<c:numFmt formatCode="%s" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>`+
		`<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="9AA5B1"/></a:solidFill></a:ln></c:spPr><c:crossAx val="%d"/><c:crosses val="autoZero"/>`,
		escaped(format), crosses) + map[string]string{
		"catAx": `<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/>`,
		"valAx": `<c:crossBetween val="between"/>`,
	}[kind] + "</c:" + kind + ">"
}

// held are the values of a series: those of cells, with what these hold, or else
// the chart's own.
func held(kind, refers, points string) string {
	if refers == "" {
		return "<c:" + kind + "Lit>" + points + "</c:" + kind + "Lit>"
	}
	return "<c:" + kind + "Ref><c:f>" + escaped(refers) + "</c:f><c:" + kind + "Cache>" + points + "</c:" + kind + "Cache></c:" + kind + "Ref>"
}

func names(list []string) string {
	xml := fmt.Sprintf(`<c:ptCount val="%d"/>`, len(list))
	for i, name := range list {
		xml += fmt.Sprintf(`<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, i, escaped(name))
	}
	return xml
}

func values(list []any) string {
	xml := fmt.Sprintf(`<c:ptCount val="%d"/>`, len(list))
	for i, value := range list {
		if x, ok := value.(float64); ok {
			xml += fmt.Sprintf(`<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, i, number(x))
		}
	}
	return xml
}
