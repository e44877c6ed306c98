// Package postgres keeps the ledger of charges in PostgreSQL. It expects the table
//
//	CREATE TABLE payments (
//		order_id    text        PRIMARY KEY,
//		customer_id text        NOT NULL,
//		amount      bigint      NOT NULL CHECK (amount > 0), -- minor units
//		currency    text        NOT NULL,
//		state       text        NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'charged', 'refused')),
//		detail      text        NOT NULL DEFAULT '',
//		started_at  timestamptz NOT NULL DEFAULT now(),
//		finished_at timestamptz
//	);
package postgres

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"github.com/org/bookstore/app/payments-worker/internal/payment"
)

// Database is the part of a pgx pool or connection which the ledger needs.
type Database interface {
	Exec(ctx context.Context, sql string, args ...any) (pgconn.CommandTag, error)
	QueryRow(ctx context.Context, sql string, args ...any) pgx.Row
}

// Ledger is a [payment.Ledger] on a PostgreSQL database.
type Ledger struct {
	db Database
}

// NewLedger returns the ledger in db.
func NewLedger(db Database) *Ledger {
	return &Ledger{db: db}
}

// Begin implements [payment.Ledger]. The two statements need no transaction: entries are never
// deleted, and the second one sees the entry whoever has inserted it.
func (l *Ledger) Begin(ctx context.Context, c payment.Charge) (payment.Entry, error) {
	_, err := l.db.Exec(ctx, `
		INSERT INTO payments (order_id, customer_id, amount, currency)
		VALUES ($1, $2, $3, $4)
		ON CONFLICT (order_id) DO NOTHING`, c.OrderID, c.CustomerID, c.Amount, c.Currency)
	if err != nil {
		return payment.Entry{}, fmt.Errorf("insert payment: %w", err)
	}
	var e payment.Entry
	err = l.db.QueryRow(ctx, `
		SELECT order_id, customer_id, amount, currency, state, detail, started_at
		FROM payments
		WHERE order_id = $1`, c.OrderID).
		Scan(&e.Charge.OrderID, &e.Charge.CustomerID, &e.Charge.Amount, &e.Charge.Currency,
			&e.Result.State, &e.Result.Detail, &e.StartedAt)
	if err != nil {
		return payment.Entry{}, fmt.Errorf("select payment: %w", err)
	}
	return e, nil
}

// Finish implements [payment.Ledger].
func (l *Ledger) Finish(ctx context.Context, orderID string, r payment.Result) error {
	tag, err := l.db.Exec(ctx, `
		UPDATE payments
		SET state = $2, detail = $3, finished_at = coalesce(finished_at, now())
		WHERE order_id = $1 AND (state = 'pending' OR (state = $2 AND detail = $3))`, orderID, r.State, r.Detail)
	if err != nil {
		return fmt.Errorf("update payment: %w", err)
	}
	if tag.RowsAffected() == 0 {
		return fmt.Errorf("%w: it holds another result than %s %q", payment.ErrConflict, r.State, r.Detail)
	}
	return nil
}
