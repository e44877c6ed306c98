// Package postgres reads the catalog from PostgreSQL. It expects the table
//
//	CREATE TABLE books (
//		isbn     text   PRIMARY KEY,
//		title    text   NOT NULL,
//		author   text   NOT NULL,
//		price    bigint NOT NULL CHECK (price > 0), -- minor units
//		currency text   NOT NULL
//	);
package postgres

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/org/bookstore/app/catalog/internal/catalog"
)

// Store is a [catalog.Store] on a PostgreSQL database.
type Store struct {
	db *pgxpool.Pool
}

// NewStore returns the store which reads from db.
func NewStore(db *pgxpool.Pool) *Store {
	return &Store{db: db}
}

// Get implements [catalog.Store].
func (s *Store) Get(ctx context.Context, isbn string) (catalog.Book, error) {
	const query = `SELECT isbn, title, author, price, currency FROM books WHERE isbn = $1`
	var b catalog.Book
	err := s.db.QueryRow(ctx, query, isbn).Scan(&b.ISBN, &b.Title, &b.Author, &b.Price, &b.Currency)
	if errors.Is(err, pgx.ErrNoRows) {
		err = catalog.ErrNotFound
	}
	if err != nil {
		return catalog.Book{}, fmt.Errorf("select book %s: %w", isbn, err)
	}
	return b, nil
}

// List implements [catalog.Store].
func (s *Store) List(ctx context.Context, q catalog.Query) ([]catalog.Book, error) {
	const query = `
		SELECT isbn, title, author, price, currency
		FROM books
		WHERE isbn > $1 AND (strpos(lower(title), lower($2)) > 0 OR strpos(lower(author), lower($2)) > 0)
		ORDER BY isbn
		LIMIT $3`
	rows, _ := s.db.Query(ctx, query, q.After, q.Search, q.Limit) // CollectRows reports the error.
	books, err := pgx.CollectRows(rows, pgx.RowToStructByPos[catalog.Book])
	if err != nil {
		return nil, fmt.Errorf("select books: %w", err)
	}
	return books, nil
}
