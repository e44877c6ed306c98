// Package catalog describes the books of the shop and how they are looked up.
package catalog

import (
	"context"
	"errors"
)

// ErrNotFound reports that the catalog holds no book with the requested ISBN.
var ErrNotFound = errors.New("book not found")

// Book is one title on sale. Price counts minor units of Currency.
type Book struct {
	ISBN     string `json:"isbn"`
	Title    string `json:"title"`
	Author   string `json:"author"`
	Price    int64  `json:"price"`
	Currency string `json:"currency"`
}

// Query selects one page of books, ordered by ISBN.
type Query struct {
	// Search keeps the books whose title or author contains it, in any case. Empty keeps all.
	Search string
	// After is the last ISBN of the previous page. Empty starts at the first book.
	After string
	// Limit is the largest number of books to return.
	Limit int
}

// Store reads books.
type Store interface {
	// Get returns the book with the ISBN, or an error wrapping [ErrNotFound].
	Get(ctx context.Context, isbn string) (Book, error)
	// List returns the books which q selects.
	List(ctx context.Context, q Query) ([]Book, error)
}

// ValidISBN reports whether s is an ISBN-13, written as 13 digits, whose check digit is right.
func ValidISBN(s string) bool {
	if len(s) != 13 {
		return false
	}
	sum := 0
	for i, c := range []byte(s) {
		if c < '0' || c > '9' {
			return false
		}
		weight := 1 + 2*(i%2)
		sum += weight * int(c-'0')
	}
	return sum%10 == 0
}
