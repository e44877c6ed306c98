// Package httpserver runs an HTTP server which stops without cutting off requests.
package httpserver

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"time"
)

const (
	requestTimeout  = 10 * time.Second
	shutdownTimeout = 15 * time.Second
)

// Serve answers requests on ln until ctx is done, then lets the running ones finish.
func Serve(ctx context.Context, ln net.Listener, handler http.Handler) error {
	srv := &http.Server{
		Handler:           http.TimeoutHandler(handler, requestTimeout, "request timed out\n"),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       requestTimeout,
		WriteTimeout:      requestTimeout + 5*time.Second,
		IdleTimeout:       time.Minute,
	}
	served := make(chan error, 1)
	go func() { served <- srv.Serve(ln) }()

	select {
	case err := <-served:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTimeout)
	defer cancel()
	err := srv.Shutdown(grace)
	<-served
	if err != nil {
		return fmt.Errorf("shut down: %w", err)
	}
	return nil
}
