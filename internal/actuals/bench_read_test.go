package actuals

import (
	"bytes"
	"testing"

	"embudo/funnel"
	"embudo/internal/actuals/sample"
)

// BenchmarkRead takes in a million leads, from bytes to entries by day, stage and
// channel.
func BenchmarkRead(b *testing.B) {
	const rows = 1_000_000
	var data bytes.Buffer
	if err := sample.Leads(&data, rows, 1); err != nil {
		b.Fatal(err)
	}
	sources := []Source{{File: fileFrom("leads.csv", data.Bytes())}}
	b.SetBytes(int64(data.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(b.Context(), sources, Options{AsOf: funnel.NewDate(2027, 12, 31)}); err != nil {
			b.Fatal(err)
		}
	}
}
