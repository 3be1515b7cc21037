package sheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"testing"
)

// leads is a CSV file as a CRM exports it: an id, the day of creation, five stage
// dates, a channel and an amount, about 95 bytes a row.
func leads(rows int) []byte {
	var b bytes.Buffer
	b.WriteString("lead_id,created,mql,sql,meeting,opportunity,client,channel,amount,note\n")
	channels := []string{"Facebook PPC", "Partner", "Demo Request", "Inbound call", "Webinar"}
	for i := range rows {
		fmt.Fprintf(&b, "%08d", i)
		for stage := range 6 {
			if i%(1<<stage) != 0 {
				b.WriteString(",")
				continue
			}
			fmt.Fprintf(&b, ",2027-%02d-%02d", 1+(i/28+stage)%12, 1+i%28)
		}
		fmt.Fprintf(&b, ",%s,%d.%02d,%030d\n", channels[i%len(channels)], 100+i%9000, i%100, i)
	}
	return b.Bytes()
}

const benchmarkRows = 1_000_000

// discard takes rows in and looks at each cell's length.
func discard(total *int) func(Row) error {
	return func(r Row) error {
		for _, c := range r.Cells {
			*total += len(c.Text)
		}
		return nil
	}
}

func BenchmarkCSV(b *testing.B) {
	data := leads(benchmarkRows)
	file := InMemory("leads.csv", data)
	b.Run("open", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		for b.Loop() {
			if _, err := Open(file, Options{}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("each", func(b *testing.B) {
		sheets, err := Open(file, Options{})
		if err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			total := 0
			if err := sheets[0].Each(discard(&total)); err != nil || total == 0 {
				b.Fatal(err)
			}
		}
	})
	b.Run("share", func(b *testing.B) {
		sheets, err := Open(file, Options{})
		if err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			one, two := 0, 0
			if err := sheets[0].Share(discard(&one), discard(&two)); err != nil || one+two == 0 {
				b.Fatal(err)
			}
		}
	})
	b.Run("encoding-csv", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			r := csv.NewReader(bytes.NewReader(data))
			r.ReuseRecord = true
			total := 0
			for {
				record, err := r.Read()
				if errors.Is(err, io.EOF) {
					break
				}
				for _, cell := range record {
					total += len(cell)
				}
			}
		}
	})
}

// BenchmarkXLSX reads 100,000 rows of 14 columns: dates, shared texts and
// amounts.
func BenchmarkXLSX(b *testing.B) {
	var rows bytes.Buffer
	for i := range 100_000 {
		fmt.Fprintf(&rows, `<row r="%d"><c r="A%[1]d"><v>%[1]d</v></c>`, i+1)
		for column := range 6 {
			fmt.Fprintf(&rows, `<c r="%c%d" s="1"><v>%d</v></c>`, 'B'+column, i+1, 46000+i%1000+column)
		}
		for column := range 4 {
			fmt.Fprintf(&rows, `<c r="%c%d" s="0" t="s"><v>%d</v></c>`, 'H'+column, i+1, (i+column)%4)
		}
		for column := range 3 {
			fmt.Fprintf(&rows, `<c r="%c%d"><v>%d.%02d</v></c>`, 'L'+column, i+1, i%9000, column)
		}
		rows.WriteString("</row>")
	}
	data := oneSheet(rows.String()).bytes(b)
	sheets, err := Open(InMemory("x.xlsx", data), Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		total := 0
		if err := sheets[0].Each(discard(&total)); err != nil || total == 0 {
			b.Fatal(err)
		}
	}
}

// BenchmarkJSON reads 100,000 objects of ten keys, which is done twice: once to
// see which keys there are.
func BenchmarkJSON(b *testing.B) {
	var text bytes.Buffer
	for i := range 100_000 {
		fmt.Fprintf(&text, `{"id":"%08d","created":"2027-01-%02d","mql":"2027-02-%02[2]d","sql":null,"meeting":null,"client":null,"won":false,`+
			`"channel":"Partner","amount":%d.5,"owner":{"name":"Ana"}}`+"\n", i, 1+i%28, i%9000)
	}
	file := InMemory("x.json", text.Bytes())
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		sheets, err := Open(file, Options{})
		total := 0
		if err == nil {
			err = sheets[0].Each(discard(&total))
		}
		if err != nil || total == 0 {
			b.Fatal(err)
		}
	}
}
