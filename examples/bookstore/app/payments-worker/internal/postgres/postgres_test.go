package postgres_test

import (
	"context"
	"errors"
	"reflect"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/org/bookstore/app/payments-worker/internal/payment"
	"github.com/org/bookstore/app/payments-worker/internal/postgres"
)

// database answers every statement alike. It shows how the ledger reads answers; only a real database
// shows that the statements are right.
type database struct {
	tag pgconn.CommandTag
	row row
}

func (d database) Exec(context.Context, string, ...any) (pgconn.CommandTag, error) { return d.tag, nil }
func (d database) QueryRow(context.Context, string, ...any) pgx.Row                { return d.row }

type row []any

func (r row) Scan(dest ...any) error {
	if len(r) != len(dest) {
		return pgx.ErrNoRows
	}
	for i, value := range r {
		reflect.ValueOf(dest[i]).Elem().Set(reflect.ValueOf(value))
	}
	return nil
}

func TestBeginReturnsTheStoredEntry(t *testing.T) {
	want := payment.Entry{
		Charge:    payment.Charge{OrderID: "A1", CustomerID: "C1", Amount: 3999, Currency: "EUR"},
		Result:    payment.Result{State: payment.Charged, Detail: "ch_1"},
		StartedAt: time.Date(2026, time.January, 2, 3, 4, 5, 0, time.UTC),
	}
	ledger := postgres.NewLedger(database{
		row: row{"A1", "C1", int64(3999), "EUR", payment.Charged, "ch_1", want.StartedAt},
	})
	got, err := ledger.Begin(t.Context(), want.Charge)
	if err != nil || got != want {
		t.Errorf("Begin = %+v, %v; want %+v", got, err, want)
	}
}

func TestBeginReportsAnEntryItCannotRead(t *testing.T) {
	_, err := postgres.NewLedger(database{}).Begin(t.Context(), payment.Charge{OrderID: "A1"})
	if !errors.Is(err, pgx.ErrNoRows) || errors.Is(err, payment.ErrPermanent) {
		t.Errorf("Begin = %v, want a transient error", err)
	}
}

func TestFinishMustChangeTheEntry(t *testing.T) {
	result := payment.Result{State: payment.Charged, Detail: "ch_1"}
	recorded := postgres.NewLedger(database{tag: pgconn.NewCommandTag("UPDATE 1")})
	if err := recorded.Finish(t.Context(), "A1", result); err != nil {
		t.Errorf("Finish = %v", err)
	}
	ignored := postgres.NewLedger(database{tag: pgconn.NewCommandTag("UPDATE 0")})
	if err := ignored.Finish(t.Context(), "A1", result); !errors.Is(err, payment.ErrConflict) {
		t.Errorf("Finish = %v, want ErrConflict", err)
	}
}

func TestAMissingDatabaseIsATransientError(t *testing.T) {
	db, err := pgxpool.New(t.Context(), "postgres:///bookstore?host="+t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	ledger := postgres.NewLedger(db)

	_, err = ledger.Begin(t.Context(), payment.Charge{OrderID: "A1"})
	if err == nil || errors.Is(err, payment.ErrPermanent) {
		t.Errorf("Begin = %v, want a transient error", err)
	}
	err = ledger.Finish(t.Context(), "A1", payment.Result{State: payment.Charged})
	if err == nil || errors.Is(err, payment.ErrPermanent) {
		t.Errorf("Finish = %v, want a transient error", err)
	}
}
