// Command payments-worker charges the orders of the shop.
package main

import (
	"context"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"github.com/org/bookstore/app/payments-worker/internal/service"
)

func main() {
	log := slog.New(slog.NewJSONHandler(os.Stdout, nil))
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := service.Run(ctx, os.Getenv, log)
	stop()
	if err != nil {
		log.Error("payments-worker stopped", "error", err)
		os.Exit(1)
	}
}
