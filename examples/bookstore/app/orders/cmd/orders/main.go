// Command orders takes the orders of the shop.
package main

import (
	"context"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"github.com/org/bookstore/app/orders/internal/service"
)

func main() {
	log := slog.New(slog.NewJSONHandler(os.Stdout, nil))
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := service.Run(ctx, os.Getenv, log)
	stop()
	if err != nil {
		log.Error("orders stopped", "error", err)
		os.Exit(1)
	}
}
