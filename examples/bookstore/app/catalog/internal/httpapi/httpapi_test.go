package httpapi_test

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/org/bookstore/app/catalog/internal/catalog"
	"github.com/org/bookstore/app/catalog/internal/httpapi"
)

// shelf is a [catalog.Store] in memory.
type shelf struct {
	books []catalog.Book
	err   error
}

func (s shelf) Get(_ context.Context, isbn string) (catalog.Book, error) {
	for _, b := range s.books {
		if b.ISBN == isbn {
			return b, nil
		}
	}
	return catalog.Book{}, cmp.Or(s.err, fmt.Errorf("get %s: %w", isbn, catalog.ErrNotFound))
}

func (s shelf) List(_ context.Context, q catalog.Query) ([]catalog.Book, error) {
	found := []catalog.Book{}
	for _, b := range s.books {
		if b.ISBN > q.After && strings.Contains(b.Title, q.Search) {
			found = append(found, b)
		}
	}
	return found[:min(len(found), q.Limit)], s.err
}

func threeBooks() shelf {
	return shelf{books: []catalog.Book{
		{ISBN: "9780131103627", Title: "The C Programming Language", Author: "Kernighan, Ritchie", Price: 5999, Currency: "USD"},
		{ISBN: "9780134190440", Title: "The Go Programming Language", Author: "Donovan, Kernighan", Price: 3999, Currency: "USD"},
		{ISBN: "9780201633610", Title: "Design Patterns", Author: "Gamma, Helm, Johnson, Vlissides", Price: 5499, Currency: "USD"},
	}}
}

func request(t *testing.T, store catalog.Store, method, target string) *httptest.ResponseRecorder {
	t.Helper()
	w := httptest.NewRecorder()
	r := httptest.NewRequestWithContext(t.Context(), method, target, http.NoBody)
	httpapi.New(store, slog.New(slog.DiscardHandler)).ServeHTTP(w, r)
	return w
}

func decode[T any](t *testing.T, w *httptest.ResponseRecorder) T {
	t.Helper()
	var body T
	if err := json.Unmarshal(w.Body.Bytes(), &body); err != nil {
		t.Fatalf("body %q: %v", w.Body, err)
	}
	return body
}

func TestGetBook(t *testing.T) {
	w := request(t, threeBooks(), http.MethodGet, "/books/9780134190440")

	if w.Code != http.StatusOK {
		t.Fatalf("status = %d, want 200", w.Code)
	}
	if got := w.Header().Get("Content-Type"); got != "application/json" {
		t.Errorf("content type = %q", got)
	}
	if got, want := decode[catalog.Book](t, w), threeBooks().books[1]; got != want {
		t.Errorf("book = %+v, want %+v", got, want)
	}
}

func TestListBooks(t *testing.T) {
	type page struct {
		Books []catalog.Book `json:"books"`
		Next  string         `json:"next"`
	}
	tests := map[string]struct {
		target string
		isbns  []string
		next   string
	}{
		"all on one page":      {"/books", []string{"9780131103627", "9780134190440", "9780201633610"}, ""},
		"page as large as all": {"/books?limit=3", []string{"9780131103627", "9780134190440", "9780201633610"}, ""},
		"first of two pages":   {"/books?limit=2", []string{"9780131103627", "9780134190440"}, "9780134190440"},
		"second of two pages":  {"/books?limit=2&after=9780134190440", []string{"9780201633610"}, ""},
		"search":               {"/books?q=Patterns", []string{"9780201633610"}, ""},
		"search finds nothing": {"/books?q=Cooking", nil, ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			w := request(t, threeBooks(), http.MethodGet, tt.target)

			if w.Code != http.StatusOK {
				t.Fatalf("status = %d, want 200: %s", w.Code, w.Body)
			}
			got := decode[page](t, w)
			if got.Books == nil {
				t.Error("books is null, want a list")
			}
			var isbns []string
			for _, b := range got.Books {
				isbns = append(isbns, b.ISBN)
			}
			if !slices.Equal(isbns, tt.isbns) || got.Next != tt.next {
				t.Errorf("books %v, next %q; want %v, %q", isbns, got.Next, tt.isbns, tt.next)
			}
		})
	}
}

func TestProblems(t *testing.T) {
	broken := shelf{err: errors.New("connection refused by 10.0.0.7")}
	tests := map[string]struct {
		store  shelf
		target string
		status int
		detail string
	}{
		"unknown book":       {threeBooks(), "/books/9783161484100", http.StatusNotFound, "9783161484100"},
		"wrong check digit":  {threeBooks(), "/books/9780134190441", http.StatusBadRequest, "ISBN-13"},
		"limit of zero":      {threeBooks(), "/books?limit=0", http.StatusBadRequest, "limit"},
		"limit too high":     {threeBooks(), "/books?limit=101", http.StatusBadRequest, "limit"},
		"limit not a number": {threeBooks(), "/books?limit=many", http.StatusBadRequest, "limit"},
		"limit empty":        {threeBooks(), "/books?limit=", http.StatusBadRequest, "limit"},
		"cursor not an ISBN": {threeBooks(), "/books?after=2", http.StatusBadRequest, "after"},
		"search too long":    {threeBooks(), "/books?q=" + strings.Repeat("a", 101), http.StatusBadRequest, "q must"},
		"search not UTF-8":   {threeBooks(), "/books?q=%ff", http.StatusBadRequest, "q must"},
		"search with NUL":    {threeBooks(), "/books?q=%00", http.StatusBadRequest, "q must"},
		"store fails on get": {broken, "/books/9780134190440", http.StatusInternalServerError, "cannot answer"},
		"store fails on list": {
			broken, "/books", http.StatusInternalServerError, "cannot answer",
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			w := request(t, tt.store, http.MethodGet, tt.target)

			if w.Code != tt.status {
				t.Fatalf("status = %d, want %d", w.Code, tt.status)
			}
			if got := w.Header().Get("Content-Type"); got != "application/problem+json" {
				t.Errorf("content type = %q", got)
			}
			body := decode[struct {
				Title  string `json:"title"`
				Status int    `json:"status"`
				Detail string `json:"detail"`
			}](t, w)
			if body.Status != tt.status || body.Title != http.StatusText(tt.status) || !strings.Contains(body.Detail, tt.detail) {
				t.Errorf("problem = %+v, want status %d and a detail with %q", body, tt.status, tt.detail)
			}
			if strings.Contains(w.Body.String(), "10.0.0.7") {
				t.Error("the problem shows an internal error to the client")
			}
		})
	}
}

func TestWritesAreNotAllowed(t *testing.T) {
	for _, target := range []string{"/books", "/books/9780134190440", "/healthz"} {
		w := request(t, threeBooks(), http.MethodPost, target)

		if w.Code != http.StatusMethodNotAllowed || w.Header().Get("Allow") != "GET, HEAD" {
			t.Errorf("POST %s: status %d, allow %q", target, w.Code, w.Header().Get("Allow"))
		}
	}
}

func TestHealthz(t *testing.T) {
	w := request(t, shelf{err: errors.New("down")}, http.MethodGet, "/healthz")

	if w.Code != http.StatusOK || w.Body.String() != "ok" {
		t.Errorf("status %d, body %q; want 200 and ok", w.Code, w.Body)
	}
}
