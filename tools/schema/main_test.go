package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"embudo/internal/i18n"
)

func TestSchemaIsUpToDate(t *testing.T) {
	for _, code := range i18n.Codes() {
		want, err := generate(code)
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(filepath.Join("..", "..", "plan", fileName(code)))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("plan/%s is not what the types and keys say; run: go generate ./plan", fileName(code))
		}
	}
}
