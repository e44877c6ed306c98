// Package service puts the catalog together and runs it.
package service

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"

	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/org/bookstore/app/catalog/internal/httpapi"
	"github.com/org/bookstore/app/catalog/internal/httpserver"
	"github.com/org/bookstore/app/catalog/internal/postgres"
)

// Run serves the catalog until ctx is done. The environment configures it: DB_DSN and HTTP_ADDR.
func Run(ctx context.Context, getenv func(string) string, log *slog.Logger) error {
	dsn := getenv("DB_DSN")
	if dsn == "" {
		return errors.New("DB_DSN is not set")
	}
	db, err := pgxpool.New(ctx, dsn)
	if err != nil {
		return fmt.Errorf("open the database of DB_DSN: %w", err)
	}
	defer db.Close()

	ln, err := new(net.ListenConfig).Listen(ctx, "tcp", cmp.Or(getenv("HTTP_ADDR"), ":8080"))
	if err != nil {
		return fmt.Errorf("listen on HTTP_ADDR: %w", err)
	}
	log.InfoContext(ctx, "listening", "addr", ln.Addr().String())
	return httpserver.Serve(ctx, ln, httpapi.New(postgres.NewStore(db), log))
}
