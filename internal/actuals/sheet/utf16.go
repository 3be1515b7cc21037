package sheet

import (
	"encoding/binary"
	"io"
	"unicode/utf16"
)

// utf16In is the name of the UTF-16 that a file begins in, empty where it does
// not: by its byte order mark, or because one half of its bytes is mostly 0 and
// the other never, as in Western text without a mark.
func utf16In(head []byte) string {
	if markLength(head, utf16LEName) > 0 {
		return utf16LEName
	}
	if markLength(head, utf16BEName) > 0 {
		return utf16BEName
	}
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	switch half := len(head) / 2; {
	case half < 2:
	case zeros[0] == 0 && 2*zeros[1] > half:
		return utf16LEName
	case zeros[1] == 0 && 2*zeros[0] > half:
		return utf16BEName
	}
	return ""
}

// brokenUTF16 is the line of the first half of a character whose other half is
// missing, 0 where there is none.
func brokenUTF16(r io.Reader, charset string) (line int, err error) {
	order := binary.ByteOrder(binary.LittleEndian)
	if charset == utf16BEName {
		order = binary.BigEndian
	}
	buffer, have, high := make([]byte, partSize), 0, false
	line = 1
	for err == nil {
		var n int
		n, err = io.ReadFull(r, buffer[have:])
		units := buffer[:(have+n)&^1]
		for i := 0; i < len(units); i += 2 {
			unit := rune(order.Uint16(units[i:]))
			low := 0xdc00 <= unit && unit < 0xe000
			if low != high {
				return line, nil
			}
			high = utf16.IsSurrogate(unit) && !low
			if unit == '\n' {
				line++
			}
		}
		have = copy(buffer, buffer[len(units):have+n])
	}
	if !isEnd(err) {
		return 0, err
	}
	if high || have > 0 {
		return line, nil
	}
	return 0, nil
}
