// Leads writes an export of so many made-up leads to standard output: go run
// ./tools/leads -rows 1000000.
package main

import (
	"flag"
	"fmt"
	"os"

	"embudo/internal/actuals/sample"
)

func main() {
	rows := flag.Int("rows", 1_000_000, "leads to write")
	seed := flag.Uint64("seed", 1, "of the dice")
	flag.Parse()
	if err := sample.Leads(os.Stdout, *rows, *seed); err != nil {
		fmt.Fprintln(os.Stderr, "leads:", err)
		os.Exit(1)
	}
}
