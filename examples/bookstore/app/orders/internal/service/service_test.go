package service_test

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"github.com/org/bookstore/app/orders/internal/service"
)

// environment returns a complete configuration, with one change, whose database does not exist.
func environment(t *testing.T, name, value string) func(string) string {
	t.Helper()
	values := map[string]string{
		"DB_DSN":    "postgres:///bookstore?host=" + t.TempDir(),
		"AMQP_URL":  "amqp://user:secret@localhost/",
		"HTTP_ADDR": "127.0.0.1:0",
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
		"broker without AMQP": {"AMQP_URL", "https://user:secret@localhost/"},
		"address not local":   {"HTTP_ADDR", "192.0.2.1:0"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			err := service.Run(t.Context(), environment(t, tt.name, tt.value), slog.New(slog.DiscardHandler))
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

func TestServiceIsHealthyWithoutItsDatabase(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	found := make(chan string, 1)
	stopped := make(chan error, 1)
	getenv := environment(t, "HTTP_ADDR", "127.0.0.1:0")
	go func() { stopped <- service.Run(ctx, getenv, slog.New(addresses{slog.DiscardHandler, found})) }()
	url := "http://" + <-found

	if status, body := send(t, http.MethodGet, url+"/healthz", ""); status != http.StatusOK || body != "ok" {
		t.Errorf("healthz: status %d, body %q", status, body)
	}
	const order = `{"customer_id":"c","currency":"EUR","lines":[{"isbn":"9780134190440","quantity":1,"unit_price":3999}]}`
	if status, body := send(t, http.MethodPost, url+"/orders", order); status != http.StatusInternalServerError {
		t.Errorf("order without a database: status %d, body %s", status, body)
	}
	stop()
	if err := <-stopped; err != nil {
		t.Errorf("Run = %v, want nil after a clean shutdown", err)
	}
}

func send(t *testing.T, method, url, body string) (status int, answer string) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Idempotency-Key", "key-1")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	raw, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(raw)
}
