// Package postgres keeps orders and their outbox in PostgreSQL. It expects the tables
//
//	CREATE TABLE orders (
//		id              text        PRIMARY KEY,
//		customer_id     text        NOT NULL,
//		idempotency_key text        NOT NULL,
//		currency        text        NOT NULL,
//		total           bigint      NOT NULL CHECK (total > 0), -- minor units
//		placed_at       timestamptz NOT NULL,
//		UNIQUE (customer_id, idempotency_key)
//	);
//	CREATE TABLE order_lines (
//		order_id   text   NOT NULL REFERENCES orders (id),
//		position   int    NOT NULL,
//		isbn       text   NOT NULL,
//		quantity   bigint NOT NULL CHECK (quantity > 0),
//		unit_price bigint NOT NULL CHECK (unit_price > 0), -- minor units
//		PRIMARY KEY (order_id, position)
//	);
//	CREATE TABLE outbox (
//		id            text        PRIMARY KEY,
//		type          text        NOT NULL,
//		payload       jsonb       NOT NULL,
//		created_at    timestamptz NOT NULL DEFAULT now(),
//		claimed_until timestamptz NOT NULL DEFAULT '-infinity',
//		published_at  timestamptz
//	);
//	CREATE INDEX outbox_unpublished ON outbox (created_at) WHERE published_at IS NULL;
package postgres

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/org/bookstore/app/orders/internal/order"
	"github.com/org/bookstore/app/orders/internal/outbox"
)

// Store is an [order.Store] and an [outbox.Store] on one PostgreSQL database.
type Store struct {
	db *pgxpool.Pool
}

// NewStore returns the store which uses db.
func NewStore(db *pgxpool.Pool) *Store {
	return &Store{db: db}
}

// Place implements [order.Store].
func (s *Store) Place(ctx context.Context, o order.Order, event outbox.Event) error {
	return pgx.BeginFunc(ctx, s.db, func(tx pgx.Tx) error {
		tag, err := tx.Exec(ctx, `
			INSERT INTO orders (id, customer_id, idempotency_key, currency, total, placed_at)
			VALUES ($1, $2, $3, $4, $5, $6)
			ON CONFLICT (customer_id, idempotency_key) DO NOTHING`,
			o.ID, o.CustomerID, o.IdempotencyKey, o.Currency, o.Total, o.PlacedAt)
		if err != nil {
			return fmt.Errorf("insert order: %w", err)
		}
		if tag.RowsAffected() == 0 {
			return order.ErrKeyUsed
		}
		columns := []string{"order_id", "position", "isbn", "quantity", "unit_price"}
		_, err = tx.CopyFrom(ctx, pgx.Identifier{"order_lines"}, columns,
			pgx.CopyFromSlice(len(o.Lines), func(i int) ([]any, error) {
				l := o.Lines[i]
				return []any{o.ID, i, l.ISBN, l.Quantity, l.UnitPrice}, nil
			}))
		if err != nil {
			return fmt.Errorf("insert order lines: %w", err)
		}
		_, err = tx.Exec(ctx, `INSERT INTO outbox (id, type, payload) VALUES ($1, $2, $3)`,
			event.ID, event.Type, event.Payload)
		if err != nil {
			return fmt.Errorf("insert event: %w", err)
		}
		return nil
	})
}

// FindByKey implements [order.Store].
func (s *Store) FindByKey(ctx context.Context, customerID, key string) (order.Order, error) {
	o := order.Order{IdempotencyKey: key}
	err := s.db.QueryRow(ctx, `
		SELECT id, customer_id, currency, total, placed_at
		FROM orders
		WHERE customer_id = $1 AND idempotency_key = $2`, customerID, key).
		Scan(&o.ID, &o.CustomerID, &o.Currency, &o.Total, &o.PlacedAt)
	if err != nil {
		return order.Order{}, fmt.Errorf("select order: %w", err)
	}
	o.PlacedAt = o.PlacedAt.UTC()
	rows, _ := s.db.Query(ctx, `
		SELECT isbn, quantity, unit_price
		FROM order_lines
		WHERE order_id = $1
		ORDER BY position`, o.ID) // CollectRows reports the error.
	o.Lines, err = pgx.CollectRows(rows, pgx.RowToStructByPos[order.Line])
	if err != nil {
		return order.Order{}, fmt.Errorf("select order lines: %w", err)
	}
	return o, nil
}

// Claim implements [outbox.Store]. A claim ends after one minute.
func (s *Store) Claim(ctx context.Context, limit int) ([]outbox.Event, error) {
	rows, _ := s.db.Query(ctx, `
		UPDATE outbox
		SET claimed_until = now() + interval '1 minute'
		WHERE id IN (
			SELECT id FROM outbox
			WHERE published_at IS NULL AND claimed_until < now()
			ORDER BY created_at
			LIMIT $1
			FOR UPDATE SKIP LOCKED
		)
		RETURNING id, type, payload`, limit) // CollectRows reports the error.
	events, err := pgx.CollectRows(rows, pgx.RowToStructByPos[outbox.Event])
	if err != nil {
		return nil, fmt.Errorf("claim from outbox: %w", err)
	}
	return events, nil
}

// MarkPublished implements [outbox.Store].
func (s *Store) MarkPublished(ctx context.Context, id string) error {
	if _, err := s.db.Exec(ctx, `UPDATE outbox SET published_at = now() WHERE id = $1`, id); err != nil {
		return fmt.Errorf("mark in outbox: %w", err)
	}
	return nil
}
