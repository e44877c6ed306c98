package httpserver_test

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/org/bookstore/app/orders/internal/httpserver"
)

// pipes is a [net.Listener] in memory, which works with the clock of a synctest bubble.
type pipes struct {
	conns  chan net.Conn
	closed chan struct{}
	close  func()
}

func newPipes() *pipes {
	p := &pipes{conns: make(chan net.Conn), closed: make(chan struct{})}
	p.close = sync.OnceFunc(func() { close(p.closed) })
	return p
}

func (p *pipes) Accept() (net.Conn, error) {
	select {
	case conn := <-p.conns:
		return conn, nil
	case <-p.closed:
		return nil, net.ErrClosed
	}
}

func (p *pipes) Close() error {
	p.close()
	return nil
}

func (p *pipes) Addr() net.Addr { return &net.UnixAddr{Name: "pipes", Net: "unix"} }

// get requests / over a new connection.
func (p *pipes) get(t *testing.T) (status int, body string) {
	t.Helper()
	client := http.Client{Transport: &http.Transport{
		DisableKeepAlives: true,
		DialContext: func(context.Context, string, string) (net.Conn, error) {
			near, far := net.Pipe()
			p.conns <- far
			return near, nil
		},
	}}
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://pipes/", http.NoBody)
	if err != nil {
		t.Error(err)
		return 0, ""
	}
	resp, err := client.Do(req)
	if err != nil {
		t.Error(err)
		return 0, ""
	}
	defer func() { _ = resp.Body.Close() }()
	raw, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Error(err)
	}
	return resp.StatusCode, string(raw)
}

func TestShutdownLetsTheRunningRequestFinish(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ln := newPipes()
		ctx, stop := context.WithCancel(t.Context())
		defer stop()
		handler := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			stop()
			time.Sleep(5 * time.Second)
			_, _ = io.WriteString(w, "finished")
		})
		served := make(chan error, 1)
		go func() { served <- httpserver.Serve(ctx, ln, handler) }()

		if status, body := ln.get(t); status != http.StatusOK || body != "finished" {
			t.Errorf("status %d, body %q; want 200 and the whole response", status, body)
		}
		if err := <-served; err != nil {
			t.Errorf("Serve = %v, want nil after a clean shutdown", err)
		}
	})
}

func TestSlowRequestIsEnded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ln := newPipes()
		ctx, stop := context.WithCancel(t.Context())
		handler := http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
		served := make(chan error, 1)
		go func() { served <- httpserver.Serve(ctx, ln, handler) }()

		start := time.Now()
		if status, _ := ln.get(t); status != http.StatusServiceUnavailable || time.Since(start) != 10*time.Second {
			t.Errorf("status %d after %s, want 503 after 10s", status, time.Since(start))
		}
		stop()
		if err := <-served; err != nil {
			t.Errorf("Serve = %v", err)
		}
	})
}

func TestServeReportsAListenerWhichFails(t *testing.T) {
	ln := newPipes()
	ln.close()
	if err := httpserver.Serve(t.Context(), ln, http.NotFoundHandler()); !errors.Is(err, net.ErrClosed) {
		t.Errorf("Serve = %v, want net.ErrClosed", err)
	}
}
