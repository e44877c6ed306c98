package catalog_test

import (
	"testing"

	"github.com/org/bookstore/app/catalog/internal/catalog"
)

func TestValidISBN(t *testing.T) {
	tests := map[string]struct {
		isbn string
		want bool
	}{
		"right":                 {"9780134190440", true},
		"check digit of zero":   {"9783161484100", true},
		"wrong check digit":     {"9780134190441", false},
		"two digits swapped":    {"9780134194040", false},
		"hyphens":               {"978-0134190440", false},
		"a letter":              {"978013419044X", false},
		"too short":             {"978013419044", false},
		"empty":                 {"", false},
		"digits outside ASCII":  {"٩٧٨٠١٣", false},
		"below the digit range": {"97801341904/0", false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := catalog.ValidISBN(tt.isbn); got != tt.want {
				t.Errorf("ValidISBN(%q) = %v, want %v", tt.isbn, got, tt.want)
			}
		})
	}
}
