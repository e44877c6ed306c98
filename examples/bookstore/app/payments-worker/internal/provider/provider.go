// Package provider is the client of the payment provider's HTTP API.
package provider

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"

	"github.com/org/bookstore/app/payments-worker/internal/payment"
)

const (
	timeout     = 10 * time.Second
	maxResponse = 64 << 10
)

// Client is a [payment.Provider] over HTTP.
type Client struct {
	charges string
	http    *http.Client
}

// New returns the client of the provider at baseURL.
func New(baseURL string) (*Client, error) {
	base, err := url.Parse(baseURL)
	if err != nil || base.Host == "" || (base.Scheme != "http" && base.Scheme != "https") {
		return nil, errors.New("not an HTTP URL") // The cause may quote a password.
	}
	return &Client{
		charges: base.JoinPath("v1", "charges").String(),
		http: &http.Client{
			Timeout: timeout,
			// A redirect would turn the charge into a GET.
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
	}, nil
}

// Charge implements [payment.Provider]. The answers 400, 402 and 422 are about this charge and final.
// All others, such as 401, 409, 429 or 503, are about the moment: the charge may succeed later.
func (c *Client) Charge(ctx context.Context, charge payment.Charge) (reference string, err error) {
	body, err := json.Marshal(charge)
	if err != nil {
		return "", fmt.Errorf("encode request: %w", err)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.charges, bytes.NewReader(body))
	if err != nil {
		return "", fmt.Errorf("make request: %w", err)
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Idempotency-Key", charge.IdempotencyKey())

	resp, err := c.http.Do(req)
	if err != nil {
		return "", err
	}
	defer func() { _ = resp.Body.Close() }()
	raw, err := io.ReadAll(io.LimitReader(resp.Body, maxResponse+1))
	if err != nil {
		return "", fmt.Errorf("read response: %w", err)
	}
	if len(raw) > maxResponse {
		return "", fmt.Errorf("status %d with more than %d bytes", resp.StatusCode, maxResponse)
	}
	switch resp.StatusCode {
	case http.StatusOK, http.StatusCreated:
		return parseReference(raw)
	case http.StatusBadRequest, http.StatusPaymentRequired, http.StatusUnprocessableEntity:
		return "", fmt.Errorf("%w: status %d, code %q", payment.ErrRefused, resp.StatusCode, parseCode(raw))
	default:
		return "", fmt.Errorf("status %d", resp.StatusCode)
	}
}

func parseReference(raw []byte) (string, error) {
	var answer struct {
		ID     string `json:"id"`
		Status string `json:"status"`
	}
	if err := json.Unmarshal(raw, &answer); err != nil {
		return "", fmt.Errorf("parse response: %w", err)
	}
	if answer.ID == "" || answer.Status != "succeeded" {
		return "", fmt.Errorf("charge %q has the status %q", answer.ID, answer.Status)
	}
	return answer.ID, nil
}

// parseCode returns the reason of a refusal. The refusal is final even if it gives none.
func parseCode(raw []byte) string {
	var answer struct {
		Code string `json:"code"`
	}
	if err := json.Unmarshal(raw, &answer); err != nil {
		return "unknown"
	}
	return answer.Code
}
