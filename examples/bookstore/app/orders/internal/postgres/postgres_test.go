package postgres_test

import (
	"context"
	"testing"

	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/org/bookstore/app/orders/internal/order"
	"github.com/org/bookstore/app/orders/internal/outbox"
	"github.com/org/bookstore/app/orders/internal/postgres"
)

func TestAMissingDatabaseIsAnError(t *testing.T) {
	db, err := pgxpool.New(t.Context(), "postgres:///bookstore?host="+t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	store := postgres.NewStore(db)

	calls := map[string]func(context.Context) error{
		"Place": func(ctx context.Context) error {
			return store.Place(ctx, order.Order{}, outbox.Event{})
		},
		"FindByKey": func(ctx context.Context) error {
			_, err := store.FindByKey(ctx, "customer-1", "key-1")
			return err
		},
		"Claim": func(ctx context.Context) error {
			_, err := store.Claim(ctx, 1)
			return err
		},
		"MarkPublished": func(ctx context.Context) error {
			return store.MarkPublished(ctx, "event-1")
		},
	}
	for name, call := range calls {
		if err := call(t.Context()); err == nil {
			t.Errorf("%s = nil without a database", name)
		}
	}
}
