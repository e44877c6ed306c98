package httpapi_test

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/org/bookstore/app/orders/internal/httpapi"
	"github.com/org/bookstore/app/orders/internal/order"
	"github.com/org/bookstore/app/orders/internal/outbox"
)

const right = `{"customer_id":"customer-1","currency":"EUR","lines":[{"isbn":"9780134190440","quantity":2,"unit_price":3999}]}`

// slot is an [order.Store] which holds one order.
type slot struct {
	order   *order.Order
	failure error
}

func (s *slot) Place(_ context.Context, o order.Order, _ outbox.Event) error {
	if s.failure != nil {
		return s.failure
	}
	if s.order != nil {
		return order.ErrKeyUsed
	}
	s.order = &o
	return nil
}

func (s *slot) FindByKey(context.Context, string, string) (order.Order, error) {
	return *s.order, nil
}

func post(t *testing.T, store order.Store, body string, header http.Header) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/orders", strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json; charset=utf-8")
	r.Header.Set("Idempotency-Key", "key-1")
	for name := range header {
		r.Header.Set(name, header.Get(name))
	}
	w := httptest.NewRecorder()
	httpapi.New(order.NewDesk(store), slog.New(slog.DiscardHandler)).ServeHTTP(w, r)
	return w
}

func TestPlaceOrder(t *testing.T) {
	store := &slot{}

	first := post(t, store, right, nil)
	if first.Code != http.StatusCreated {
		t.Fatalf("status = %d, want 201: %s", first.Code, first.Body)
	}
	var got order.Order
	if err := json.Unmarshal(first.Body.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if got.ID != store.order.ID || got.Total != 7998 || got.CustomerID != "customer-1" || len(got.Lines) != 1 {
		t.Errorf("order = %+v", got)
	}
	if strings.Contains(first.Body.String(), "key-1") {
		t.Error("the response repeats the idempotency key")
	}

	again := post(t, store, right, nil)
	if again.Code != http.StatusOK || again.Body.String() != first.Body.String() {
		t.Errorf("the same order again: status %d, body %s; want 200 and %s", again.Code, again.Body, first.Body)
	}

	other := post(t, store, strings.Replace(right, "3999", "4999", 1), nil)
	if other.Code != http.StatusUnprocessableEntity {
		t.Errorf("another order with the same key: status = %d, want 422", other.Code)
	}
}

func TestProblems(t *testing.T) {
	tests := map[string]struct {
		body   string
		header http.Header
		status int
		want   string
	}{
		"not JSON":            {"order", nil, http.StatusBadRequest, "not one order in JSON"},
		"empty":               {"", nil, http.StatusBadRequest, "EOF"},
		"cut off":             {right[:40], nil, http.StatusBadRequest, "unexpected EOF"},
		"unknown field":       {`{"discount":1}`, nil, http.StatusBadRequest, "discount"},
		"two orders":          {right + right, nil, http.StatusBadRequest, "more data"},
		"garbage after order": {right + "}", nil, http.StatusBadRequest, "invalid character"},
		"fraction of a cent":  {strings.Replace(right, "3999", "39.99", 1), nil, http.StatusBadRequest, "unit_price"},
		"price beyond 64 bit": {strings.Replace(right, "3999", "9223372036854775808", 1), nil, http.StatusBadRequest, "unit_price"},
		"too large":           {strings.Repeat(" ", 65<<10) + right, nil, http.StatusRequestEntityTooLarge, "64 KiB"},
		"too much after it":   {right + strings.Repeat(" ", 65<<10), nil, http.StatusRequestEntityTooLarge, "64 KiB"},
		"a form":              {right, http.Header{"Content-Type": {"text/plain"}}, http.StatusUnsupportedMediaType, "application/json"},
		"no content type":     {right, http.Header{"Content-Type": {""}}, http.StatusUnsupportedMediaType, "application/json"},
		"no idempotency key":  {right, http.Header{"Idempotency-Key": {""}}, http.StatusUnprocessableEntity, `"field":"Idempotency-Key"`},
		"invalid order":       {strings.Replace(right, "EUR", "XXX", 1), nil, http.StatusUnprocessableEntity, `"field":"currency"`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			store := &slot{}
			w := post(t, store, tt.body, tt.header)

			if w.Code != tt.status || !strings.Contains(w.Body.String(), tt.want) {
				t.Errorf("status %d, body %s; want %d with %q", w.Code, w.Body, tt.status, tt.want)
			}
			if got := w.Header().Get("Content-Type"); got != "application/problem+json" {
				t.Errorf("content type = %q", got)
			}
			if store.order != nil {
				t.Error("the order was stored")
			}
		})
	}
}

func TestStoreFailureStaysInternal(t *testing.T) {
	w := post(t, &slot{failure: errors.New("connection refused by 10.0.0.7")}, right, nil)

	if w.Code != http.StatusInternalServerError || strings.Contains(w.Body.String(), "10.0.0.7") {
		t.Errorf("status %d, body %s", w.Code, w.Body)
	}
}

func TestRoutes(t *testing.T) {
	handler := httpapi.New(order.NewDesk(&slot{}), slog.New(slog.DiscardHandler))
	tests := []struct {
		method, target string
		status         int
		body           string
	}{
		{http.MethodGet, "/healthz", http.StatusOK, "ok"},
		{http.MethodGet, "/orders", http.StatusMethodNotAllowed, "Method Not Allowed\n"},
		{http.MethodPost, "/healthz", http.StatusMethodNotAllowed, "Method Not Allowed\n"},
	}
	for _, tt := range tests {
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), tt.method, tt.target, http.NoBody))
		if w.Code != tt.status || w.Body.String() != tt.body {
			t.Errorf("%s %s: status %d, body %q", tt.method, tt.target, w.Code, w.Body)
		}
	}
}
