package sheet

import (
	"bytes"
	"testing"

	"pgregory.net/rapid"
)

// A line without quotes is cut at its delimiters, whatever bytes stand beside them
// and however far it goes beyond the stretches that are looked at in one go.
func TestPlain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		comma := rapid.SampledFrom([]byte(delimiters)).Draw(t, "delimiter")
		bit := rapid.SampledFrom([]byte{1, 2, 0x80}).Draw(t, "bit") // in which a byte nearly is the delimiter
		some := rapid.SampledFrom([]byte{comma, comma, comma ^ bit, comma + 1, comma - 1, 0x80, 0xff, 'a', '7', '\r'})
		line := bytes.ReplaceAll(rapid.SliceOfN(some, 0, 200).Draw(t, "line"), []byte{'"'}, nil)
		line = bytes.ReplaceAll(line, []byte{'\n'}, nil)
		text := append(append(bytes.Clone(line), '\n'), rapid.SliceOfN(some, 0, 70).Draw(t, "behind")...)

		s := scanner{comma: comma}
		length := s.plain(text)
		if length != len(line)+1 {
			t.Fatalf("%q has a length of %d, want %d", line, length, len(line)+1)
		}
		want := bytes.Split(bytes.TrimSuffix(line, []byte{'\r'}), []byte{comma})
		if len(s.cells) != len(want) {
			t.Fatalf("%q has %d cells, want %q", line, len(s.cells), want)
		}
		for i, c := range s.cells {
			if !bytes.Equal(c.Text, want[i]) {
				t.Fatalf("cell %d of %q is %q, want %q", i, line, c.Text, want[i])
			}
		}
	})
}

// What is no plain line is left alone.
func TestNotPlain(t *testing.T) {
	for _, text := range []string{"a,b", "", "a,\"b\"\n", "\"\n", string(bytes.Repeat([]byte{','}, maxColumns)) + "\n"} {
		s := scanner{comma: ','}
		if length := s.plain([]byte(text)); length != 0 || len(s.cells) > 0 {
			t.Errorf("%.20q: took %d bytes and %d cells", text, length, len(s.cells))
		}
	}
	s := scanner{comma: ','}
	if widest := append(bytes.Repeat([]byte{','}, maxColumns-1), '\n'); s.plain(widest) != maxColumns || len(s.cells) != maxColumns {
		t.Errorf("the widest line has %d cells, want %d", len(s.cells), maxColumns)
	}
}
