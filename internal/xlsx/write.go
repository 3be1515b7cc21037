package xlsx

import (
	"archive/zip"
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
)

const (
	xmlHead           = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	mainNamespace     = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	relationNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packageNamespace  = "http://schemas.openxmlformats.org/package/2006/"
)

// writer is a book on its way into a file.
type writer struct {
	zip     *zip.Writer
	styles  *styles
	types   []string // of the parts besides the usual ones
	sheets  int      // so far, like the next
	drawn   int      // charts
	line    []byte   // of the row that is written
	columns []string
}

// Write writes a book.
func Write(out io.Writer, book *Book) error {
	w := &writer{zip: zip.NewWriter(out), styles: newStyles()}
	for i, s := range book.Sheets {
		if err := w.sheet(i+1, s); err != nil {
			return err
		}
	}
	// Repeated rows and the like are known once the rows are written.
	for _, part := range []struct{ name, xml string }{
		{"xl/workbook.xml", bookXML(book)},
		{"xl/_rels/workbook.xml.rels", bookRelations(len(book.Sheets))},
		{"xl/styles.xml", string(w.styles.xml())},
		{"docProps/core.xml", coreXML(book.Title)},
		{"docProps/app.xml", xmlHead + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>embudo</Application></Properties>`},
		{"_rels/.rels", relations(
			relation("officeDocument", "xl/workbook.xml"),
			`<Relationship Id="rId2" Type="`+packageNamespace+`relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
			`<Relationship Id="rId3" Type="`+relationNamespace+`/extended-properties" Target="docProps/app.xml"/>`)},
		{"[Content_Types].xml", w.contentTypes(len(book.Sheets))},
	} {
		if err := w.part(part.name, part.xml); err != nil {
			return err
		}
	}
	return w.zip.Close()
}

// sheet writes a sheet with what belongs to it.
func (w *writer) sheet(n int, s *Sheet) error {
	name := "xl/worksheets/sheet" + strconv.Itoa(n) + ".xml"
	out, err := w.create(name)
	if err != nil {
		return err
	}
	w.sheets++
	buffered := &output{bufio.NewWriterSize(out, 1<<16)}
	w.writeSheet(buffered, s)
	if err := buffered.Flush(); err != nil {
		return err
	}
	var list []string
	if len(s.Charts) > 0 {
		list = append(list, relation("drawing", "../drawings/drawing"+strconv.Itoa(n)+".xml"))
		if err := w.charts(n, s); err != nil {
			return err
		}
	}
	if len(s.Comments) > 0 {
		list = append(list, relation("vmlDrawing", "../drawings/vmlDrawing"+strconv.Itoa(n)+".vml"),
			relation("comments", "../comments"+strconv.Itoa(n)+".xml"))
		if err := w.comments(n, s.Comments); err != nil {
			return err
		}
	}
	if len(list) == 0 {
		return nil
	}
	return w.part("xl/worksheets/_rels/sheet"+strconv.Itoa(n)+".xml.rels", relations(list...))
}

// part writes a part of the file.
func (w *writer) part(name, xml string) error {
	out, err := w.create(name)
	if err != nil {
		return err
	}
	_, err = io.WriteString(out, xml)
	return err
}

// create begins a part. All have the same time, the first that a zip file knows.
func (w *writer) create(name string) (io.Writer, error) {
	return w.zip.CreateHeader(&zip.FileHeader{
		Name: name, Method: zip.Deflate, Modified: time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC),
	})
}

// relation is one of a part's relations; [relations] numbers them.
func relation(kind, target string) string {
	return `<Relationship Id="rId?" Type="` + relationNamespace + "/" + kind + `" Target="` + target + `"/>`
}

func relations(list ...string) string {
	for i := range list {
		list[i] = strings.Replace(list[i], "rId?", "rId"+strconv.Itoa(i+1), 1)
	}
	return xmlHead + `<Relationships xmlns="` + packageNamespace + `relationships">` + joined(list) + `</Relationships>`
}

func bookXML(book *Book) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<workbook xmlns="` + mainNamespace + `" xmlns:r="` + relationNamespace + `"><bookViews><workbookView/></bookViews><sheets>`)
	var names strings.Builder
	for i, s := range book.Sheets {
		hidden := ""
		if s.Hidden {
			hidden = ` state="hidden"`
		}
		fmt.Fprintf(&b, `<sheet name="%s" sheetId="%d"%s r:id="rId%d"/>`, escaped(s.Name), i+1, hidden, i+1)
		names.WriteString(printed(s, i))
	}
	b.WriteString(`</sheets>`)
	for _, n := range book.Names {
		fmt.Fprintf(&names, `<definedName name="%s">%s</definedName>`, escaped(n.Name), escaped(n.Refers))
	}
	if names.Len() > 0 {
		b.WriteString(`<definedNames>` + names.String() + `</definedNames>`)
	}
	if book.Recalculate {
		b.WriteString(`<calcPr calcId="0" fullCalcOnLoad="1"/>`)
	}
	b.WriteString(`</workbook>`)
	return b.String()
}

func bookRelations(sheets int) string {
	var list []string
	for i := range sheets {
		list = append(list, relation("worksheet", "worksheets/sheet"+strconv.Itoa(i+1)+".xml"))
	}
	return relations(append(list, relation("styles", "styles.xml"))...)
}

func coreXML(title string) string {
	return xmlHead + `<cp:coreProperties xmlns:cp="` + packageNamespace + `metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
		`<dc:title>` + escaped(title) + `</dc:title><dc:creator>embudo</dc:creator></cp:coreProperties>`
}

func (w *writer) contentTypes(sheets int) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<Types xmlns="` + packageNamespace + `content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>`)
	override := func(part, kind string) {
		b.WriteString(`<Override PartName="/` + part + `" ContentType="application/vnd.openxmlformats-` + kind + `+xml"/>`)
	}
	override("xl/workbook.xml", "officedocument.spreadsheetml.sheet.main")
	override("xl/styles.xml", "officedocument.spreadsheetml.styles")
	override("docProps/core.xml", "package.core-properties")
	override("docProps/app.xml", "officedocument.extended-properties")
	for i := range sheets {
		override("xl/worksheets/sheet"+strconv.Itoa(i+1)+".xml", "officedocument.spreadsheetml.worksheet")
	}
	b.WriteString(joined(w.types) + `</Types>`)
	return b.String()
}

// has says of which type a part is that is not in every book.
func (w *writer) has(part, kind string) {
	w.types = append(w.types, `<Override PartName="/`+part+`" ContentType="application/vnd.openxmlformats-officedocument.`+kind+`+xml"/>`)
}
