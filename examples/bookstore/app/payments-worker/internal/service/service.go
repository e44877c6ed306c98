// Package service puts the payments worker together and runs it.
package service

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
	amqp "github.com/rabbitmq/amqp091-go"

	"github.com/org/bookstore/app/payments-worker/internal/httpserver"
	"github.com/org/bookstore/app/payments-worker/internal/payment"
	"github.com/org/bookstore/app/payments-worker/internal/postgres"
	"github.com/org/bookstore/app/payments-worker/internal/provider"
	"github.com/org/bookstore/app/payments-worker/internal/rabbitmq"
	"github.com/org/bookstore/app/payments-worker/internal/retry"
	"github.com/org/bookstore/app/payments-worker/internal/worker"
)

const concurrency = 8

// Run charges orders until ctx is done and the running charges have ended. The environment configures
// it: DB_DSN, AMQP_URL, PROVIDER_URL and HTTP_ADDR.
func Run(ctx context.Context, getenv func(string) string, log *slog.Logger) error {
	dsn, amqpURL := getenv("DB_DSN"), getenv("AMQP_URL")
	if dsn == "" {
		return errors.New("DB_DSN is not set")
	}
	if _, err := amqp.ParseURI(amqpURL); err != nil {
		return errors.New("AMQP_URL is not an AMQP URL") // The cause may quote the password.
	}
	client, err := provider.New(getenv("PROVIDER_URL"))
	if err != nil {
		return fmt.Errorf("PROVIDER_URL: %w", err)
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

	processor := payment.NewProcessor(postgres.NewLedger(db), client, retry.Policy{
		Attempts:  8,
		Timeout:   15 * time.Second,
		Base:      500 * time.Millisecond,
		Max:       30 * time.Second,
		Permanent: payment.ErrPermanent,
	})
	pool := &worker.Worker{
		Broker:      rabbitmq.NewBroker(amqpURL, concurrency),
		Handle:      processor.Process,
		Permanent:   payment.ErrPermanent,
		Concurrency: concurrency,
		Grace:       20 * time.Second,
		Reconnect:   2 * time.Second,
		Log:         log,
	}
	return work(ctx, pool, ln)
}

// work runs the pool, and next to it the health endpoint, which stays up until the pool has ended. If
// the endpoint fails, the pool stops too.
func work(ctx context.Context, pool *worker.Worker, ln net.Listener) error {
	working, stop := context.WithCancel(ctx)
	serving, stopServing := context.WithCancel(context.WithoutCancel(ctx))
	defer stopServing()

	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", healthz)
	served := make(chan error, 1)
	go func() {
		defer stop()
		served <- httpserver.Serve(serving, ln, mux)
	}()
	pool.Run(working)
	stopServing()
	return <-served
}

func healthz(w http.ResponseWriter, _ *http.Request) {
	_, _ = io.WriteString(w, "ok") // A client which is gone needs no answer.
}
