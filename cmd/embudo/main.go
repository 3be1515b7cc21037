// Embudo works a marketing and sales plan backwards, from the money to the
// leads that it takes. See package cmd and the README.
package main

import (
	"os"

	"embudo/cmd"
)

func main() { os.Exit(cmd.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
