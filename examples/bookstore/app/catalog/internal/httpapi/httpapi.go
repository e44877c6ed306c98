// Package httpapi serves the catalog over HTTP.
package httpapi

import (
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/org/bookstore/app/catalog/internal/catalog"
)

const (
	defaultLimit = 20
	maxLimit     = 100
	maxSearch    = 100
)

type api struct {
	store catalog.Store
	log   *slog.Logger
}

// New returns the handler of the service. It answers GET /books, GET /books/{isbn} and GET /healthz.
func New(store catalog.Store, log *slog.Logger) http.Handler {
	a := &api{store: store, log: log}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /books", a.list)
	mux.HandleFunc("GET /books/{isbn}", a.get)
	mux.HandleFunc("GET /healthz", a.healthz)
	return mux
}

type page struct {
	Books []catalog.Book `json:"books"`
	// Next is the "after" parameter of the next page; the last page has none.
	Next string `json:"next,omitempty"`
}

func (a *api) list(w http.ResponseWriter, r *http.Request) {
	q, err := parseQuery(r.URL.Query())
	if err != nil {
		a.problem(w, r, http.StatusBadRequest, err.Error())
		return
	}
	limit := q.Limit
	q.Limit++ // One book more than the page holds tells whether there is a next page.
	books, err := a.store.List(r.Context(), q)
	if err != nil {
		a.internal(w, r, err)
		return
	}
	body := page{Books: books}
	if len(books) > limit {
		body.Books = books[:limit]
		body.Next = books[limit-1].ISBN
	}
	a.json(w, r, http.StatusOK, "application/json", body)
}

func (a *api) get(w http.ResponseWriter, r *http.Request) {
	isbn := r.PathValue("isbn")
	if !catalog.ValidISBN(isbn) {
		a.problem(w, r, http.StatusBadRequest, "the path must end in an ISBN-13 of 13 digits")
		return
	}
	book, err := a.store.Get(r.Context(), isbn)
	switch {
	case errors.Is(err, catalog.ErrNotFound):
		a.problem(w, r, http.StatusNotFound, "the catalog has no book with ISBN "+isbn)
	case err != nil:
		a.internal(w, r, err)
	default:
		a.json(w, r, http.StatusOK, "application/json", book)
	}
}

func (a *api) healthz(w http.ResponseWriter, r *http.Request) {
	if _, err := w.Write([]byte("ok")); err != nil {
		a.log.WarnContext(r.Context(), "response not written", "error", err)
	}
}

func parseQuery(values url.Values) (catalog.Query, error) {
	q := catalog.Query{Search: values.Get("q"), After: values.Get("after"), Limit: defaultLimit}
	if !utf8.ValidString(q.Search) || strings.ContainsRune(q.Search, 0) || utf8.RuneCountInString(q.Search) > maxSearch {
		return catalog.Query{}, errors.New("q must be text of at most 100 characters")
	}
	if q.After != "" && !catalog.ValidISBN(q.After) {
		return catalog.Query{}, errors.New("after must be an ISBN-13 of 13 digits")
	}
	if values.Has("limit") {
		n, err := strconv.Atoi(values.Get("limit"))
		if err != nil || n < 1 || n > maxLimit {
			return catalog.Query{}, errors.New("limit must be a number from 1 to 100")
		}
		q.Limit = n
	}
	return q, nil
}

// problem is the body of an error response, after RFC 9457.
type problem struct {
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail"`
}

func (a *api) problem(w http.ResponseWriter, r *http.Request, status int, detail string) {
	a.json(w, r, status, "application/problem+json", problem{
		Title:  http.StatusText(status),
		Status: status,
		Detail: detail,
	})
}

func (a *api) internal(w http.ResponseWriter, r *http.Request, err error) {
	a.log.ErrorContext(r.Context(), "request failed", "path", r.URL.Path, "error", err)
	a.problem(w, r, http.StatusInternalServerError, "the catalog cannot answer now")
}

func (a *api) json(w http.ResponseWriter, r *http.Request, status int, contentType string, body any) {
	w.Header().Set("Content-Type", contentType)
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(body); err != nil {
		a.log.WarnContext(r.Context(), "response not written", "error", err)
	}
}
