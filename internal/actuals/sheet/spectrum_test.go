package sheet

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSpectrum reads csv-spectrum, a suite of CSV files with what each must give,
// made by others: https://github.com/max-mapper/csv-spectrum. EMBUDO_CSV_SPECTRUM
// names its folder.
//
// Two of its expectations are put right. Line breaks within cells are "\n" here,
// as in encoding/csv, whatever the file has; and location_coordinates.json gives
// another telephone number than its CSV does.
func TestSpectrum(t *testing.T) {
	folder := os.Getenv("EMBUDO_CSV_SPECTRUM")
	if folder == "" {
		t.Skip("csv-spectrum is not here: npm install csv-spectrum, and name its folder in EMBUDO_CSV_SPECTRUM")
	}
	files, err := filepath.Glob(filepath.Join(folder, "csvs", "*.csv"))
	if err != nil || len(files) < 10 {
		t.Fatalf("%d files in %s, %v", len(files), folder, err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".csv")
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			want := spectrumRows(t, filepath.Join(folder, "json", name+".json"))
			rows := read(t, filepath.Base(file), data, Options{})
			if len(rows) != len(want)+1 {
				t.Fatalf("%d rows, want a header and %d", len(rows), len(want))
			}
			for i, row := range rows[1:] {
				for j, key := range rows[0].cells {
					expected := strings.ReplaceAll(want[i][key], "\r\n", "\n")
					if key == "Contact Phone Number" {
						expected = "2095257564"
					}
					if row.cells[j] != expected {
						t.Errorf("row %d, %s: %q, want %q", row.number, key, row.cells[j], expected)
					}
				}
			}
		})
	}
}

// spectrumRows are the objects of a JSON file, which may have but one.
func spectrumRows(t *testing.T, file string) []map[string]string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if data = bytes.TrimSpace(data); data[0] == '{' {
		data = append(append([]byte("["), data...), ']')
	}
	var rows []map[string]string
	if err := json.Unmarshal(data, &rows); err != nil {
		t.Fatal(err)
	}
	return rows
}
