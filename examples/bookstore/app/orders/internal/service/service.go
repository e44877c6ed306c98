// Package service puts the order service together and runs it.
package service

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"sync"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
	amqp "github.com/rabbitmq/amqp091-go"

	"github.com/org/bookstore/app/orders/internal/httpapi"
	"github.com/org/bookstore/app/orders/internal/httpserver"
	"github.com/org/bookstore/app/orders/internal/order"
	"github.com/org/bookstore/app/orders/internal/outbox"
	"github.com/org/bookstore/app/orders/internal/postgres"
	"github.com/org/bookstore/app/orders/internal/rabbitmq"
)

const relayInterval = time.Second

// Run takes orders and publishes their events until ctx is done. The environment configures it:
// DB_DSN, AMQP_URL and HTTP_ADDR.
func Run(ctx context.Context, getenv func(string) string, log *slog.Logger) error {
	dsn, amqpURL := getenv("DB_DSN"), getenv("AMQP_URL")
	if dsn == "" {
		return errors.New("DB_DSN is not set")
	}
	if _, err := amqp.ParseURI(amqpURL); err != nil {
		return errors.New("AMQP_URL is not an AMQP URL") // The cause may quote the password.
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

	store := postgres.NewStore(db)
	publisher := rabbitmq.NewPublisher(amqpURL)
	defer publisher.Close()
	relay := outbox.NewRelay(store, publisher, relayInterval, log)
	relaying, stopRelay := context.WithCancel(ctx)
	var background sync.WaitGroup
	background.Go(func() { relay.Run(relaying) })

	err = httpserver.Serve(ctx, ln, httpapi.New(order.NewDesk(store), log))
	stopRelay()
	background.Wait()
	return err
}
