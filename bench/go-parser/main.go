// Command go-parser prints covered and total statements of a coverage profile, as read by the parser that the go command's own
// cover tool uses: the peer that coverage-gate is measured against.
package main

import (
	"fmt"
	"log"
	"os"

	"golang.org/x/tools/cover"
)

func main() {
	profiles, err := cover.ParseProfiles(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	var covered, total int
	for _, profile := range profiles {
		for _, block := range profile.Blocks {
			total += block.NumStmt
			if block.Count > 0 {
				covered += block.NumStmt
			}
		}
	}
	fmt.Printf("%d/%d\n", covered, total)
}
