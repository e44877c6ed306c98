package provider_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/org/bookstore/app/payments-worker/internal/payment"
	"github.com/org/bookstore/app/payments-worker/internal/provider"
)

func charge() payment.Charge {
	return payment.Charge{OrderID: "A1", CustomerID: "C1", Amount: 3999, Currency: "EUR"}
}

// serve starts a provider and returns a client for it.
func serve(t *testing.T, handler http.HandlerFunc) *provider.Client {
	t.Helper()
	srv := httptest.NewServer(handler)
	t.Cleanup(srv.Close)
	client, err := provider.New(srv.URL + "/api")
	if err != nil {
		t.Fatal(err)
	}
	return client
}

func TestChargeSendsTheOrderUnderItsKey(t *testing.T) {
	client := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodPost || r.URL.Path != "/api/v1/charges" {
			t.Errorf("%s %s", r.Method, r.URL.Path)
		}
		if got := r.Header.Get("Idempotency-Key"); got != "order-A1" {
			t.Errorf("idempotency key = %q", got)
		}
		if got := r.Header.Get("Content-Type"); got != "application/json" {
			t.Errorf("content type = %q", got)
		}
		body, err := io.ReadAll(r.Body)
		if want := `{"order_id":"A1","customer_id":"C1","amount":3999,"currency":"EUR"}`; err != nil || string(body) != want {
			t.Errorf("body %s, error %v; want %s", body, err, want)
		}
		w.WriteHeader(http.StatusCreated)
		_, _ = io.WriteString(w, `{"id":"ch_1","status":"succeeded"}`)
	})
	reference, err := client.Charge(t.Context(), charge())
	if err != nil || reference != "ch_1" {
		t.Errorf("reference %q, error %v", reference, err)
	}
}

func TestAnswers(t *testing.T) {
	const succeeded = `{"id":"ch_1","status":"succeeded"}`
	tests := map[string]struct {
		status  int
		body    string
		ok      bool
		refused bool
	}{
		"charged now":              {http.StatusCreated, succeeded, true, false},
		"charged before":           {http.StatusOK, succeeded, true, false},
		"not charged yet":          {http.StatusOK, `{"id":"ch_1","status":"pending"}`, false, false},
		"charged without a number": {http.StatusOK, `{"status":"succeeded"}`, false, false},
		"not JSON":                 {http.StatusOK, `<html>`, false, false},
		"response too large":       {http.StatusOK, succeeded + strings.Repeat(" ", 64<<10), false, false},
		"declined":                 {http.StatusPaymentRequired, `{"code":"card_declined"}`, false, true},
		"declined without reason":  {http.StatusPaymentRequired, ``, false, true},
		"malformed":                {http.StatusBadRequest, `{"code":"bad_request"}`, false, true},
		"unprocessable":            {http.StatusUnprocessableEntity, `{"code":"bad_currency"}`, false, true},
		"credentials wrong":        {http.StatusUnauthorized, ``, false, false},
		"key in use":               {http.StatusConflict, ``, false, false},
		"too many requests":        {http.StatusTooManyRequests, ``, false, false},
		"moved":                    {http.StatusFound, ``, false, false},
		"internal error":           {http.StatusInternalServerError, succeeded, false, false},
		"unavailable":              {http.StatusServiceUnavailable, ``, false, false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			requests := 0
			client := serve(t, func(w http.ResponseWriter, _ *http.Request) {
				requests++
				w.Header().Set("Location", "/elsewhere")
				w.WriteHeader(tt.status)
				_, _ = io.WriteString(w, tt.body)
			})
			reference, err := client.Charge(t.Context(), charge())

			if tt.ok != (err == nil) || tt.ok != (reference == "ch_1") {
				t.Errorf("reference %q, error %v; want success %v", reference, err, tt.ok)
			}
			if got := errors.Is(err, payment.ErrRefused); got != tt.refused {
				t.Errorf("refused = %v, want %v: %v", got, tt.refused, err)
			}
			if requests != 1 {
				t.Errorf("%d requests, want 1", requests)
			}
		})
	}
}

func TestRefusalTellsItsReason(t *testing.T) {
	client := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusPaymentRequired)
		_, _ = io.WriteString(w, `{"code":"card_declined"}`)
	})
	if _, err := client.Charge(t.Context(), charge()); err == nil || !strings.Contains(err.Error(), "card_declined") {
		t.Errorf("error = %v, want the provider's code", err)
	}
}

func TestChargeEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	release := make(chan struct{})
	client := serve(t, func(http.ResponseWriter, *http.Request) {
		cancel()
		<-release
	})
	_, err := client.Charge(ctx, charge())
	close(release)
	if !errors.Is(err, context.Canceled) || errors.Is(err, payment.ErrPermanent) {
		t.Errorf("error = %v, want context.Canceled", err)
	}
}

func TestAnswerCutOffIsNotFinal(t *testing.T) {
	client := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "100")
		w.WriteHeader(http.StatusPaymentRequired)
	})
	if _, err := client.Charge(t.Context(), charge()); err == nil || errors.Is(err, payment.ErrPermanent) {
		t.Errorf("error = %v, want a transient one", err)
	}
}

func TestNewNeedsAnHTTPURL(t *testing.T) {
	for _, url := range []string{"", "provider", "ftp://provider.example", "https://", "http://user:secret@host:port"} {
		if _, err := provider.New(url); err == nil || strings.Contains(err.Error(), "secret") {
			t.Errorf("New(%q) = %v, want an error without the password", url, err)
		}
	}
}
