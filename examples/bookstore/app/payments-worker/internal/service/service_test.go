package service

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/org/bookstore/app/payments-worker/internal/worker"
)

// environment returns a complete configuration, with one change, whose database does not exist.
func environment(t *testing.T, name, value string) func(string) string {
	t.Helper()
	values := map[string]string{
		"DB_DSN":       "postgres:///bookstore?host=" + t.TempDir(),
		"AMQP_URL":     "amqp://user:secret@localhost/",
		"PROVIDER_URL": "https://provider.example",
		"HTTP_ADDR":    "127.0.0.1:0",
	}
	values[name] = value
	return func(name string) string { return values[name] }
}

func TestRunNeedsItsConfiguration(t *testing.T) {
	tests := map[string]struct{ name, value string }{
		"no database":         {"DB_DSN", ""},
		"database not a DSN":  {"DB_DSN", "postgres://user:secret@localhost:port/"},
		"no broker":           {"AMQP_URL", ""},
		"broker not a URL":    {"AMQP_URL", "amqp://user:secret@local host/"},
		"no provider":         {"PROVIDER_URL", ""},
		"provider not a URL":  {"PROVIDER_URL", "https://user:secret@host:port"},
		"address not local":   {"HTTP_ADDR", "192.0.2.1:0"},
		"address not a place": {"HTTP_ADDR", "8080"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			err := Run(t.Context(), environment(t, tt.name, tt.value), slog.New(slog.DiscardHandler))
			if err == nil || !strings.Contains(err.Error(), tt.name) || strings.Contains(err.Error(), "secret") {
				t.Errorf("error = %v, want one which names %s and no password", err, tt.name)
			}
		})
	}
}

// addresses is a [slog.Handler] which passes on the address that the service listens on.
type addresses struct {
	slog.Handler
	found chan string
}

func (a addresses) Enabled(context.Context, slog.Level) bool { return true }

func (a addresses) Handle(_ context.Context, r slog.Record) error {
	r.Attrs(func(attr slog.Attr) bool {
		if attr.Key == "addr" {
			a.found <- attr.Value.String()
		}
		return true
	})
	return nil
}

func TestServiceIsHealthyWithoutItsBroker(t *testing.T) {
	broker := listen(t)
	dialled := make(chan struct{})
	hungUp := make(chan struct{})
	go func() {
		defer close(hungUp)
		conn, err := broker.Accept()
		if err != nil {
			t.Error(err)
			return
		}
		close(dialled)
		_ = conn.Close()
	}()
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	found := make(chan string, 1)
	stopped := make(chan error, 1)
	getenv := environment(t, "AMQP_URL", "amqp://"+broker.Addr().String())
	go func() { stopped <- Run(ctx, getenv, slog.New(addresses{slog.DiscardHandler, found})) }()

	if body := get(t, "http://"+<-found+"/healthz"); body != "ok" {
		t.Errorf("healthz = %q, want ok", body)
	}
	<-dialled
	stop()
	if err := <-stopped; err != nil {
		t.Errorf("Run = %v, want nil after a clean shutdown", err)
	}
	<-hungUp
}

// idle is a [worker.Broker] whose queue is empty.
type idle struct{}

func (idle) Open(context.Context) (worker.Subscription, error) { return idle{}, nil }
func (idle) Close()                                            {}
func (idle) Next(ctx context.Context) (worker.Delivery, error) {
	<-ctx.Done()
	return nil, ctx.Err()
}

func TestPoolStopsWhenTheHealthEndpointFails(t *testing.T) {
	ln := listen(t)
	if err := ln.Close(); err != nil {
		t.Fatal(err)
	}
	pool := &worker.Worker{Broker: idle{}, Concurrency: 1, Grace: time.Second, Log: slog.New(slog.DiscardHandler)}

	if err := work(t.Context(), pool, ln); !errors.Is(err, net.ErrClosed) {
		t.Errorf("work = %v, want net.ErrClosed", err)
	}
}

func listen(t *testing.T) net.Listener {
	t.Helper()
	ln, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = ln.Close() })
	return ln
}

func get(t *testing.T, url string) string {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}
