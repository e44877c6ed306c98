// Package refund gives money back for orders which were charged.
package refund

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"
)

// window is how long after the charge a customer may ask for the money back.
const window = 30 * 24 * time.Hour

var (
	// ErrMalformed reports a request which does not describe a refund.
	ErrMalformed = errors.New("malformed refund request")
	// ErrRefused reports a refund which the shop does not owe.
	ErrRefused = errors.New("refund refused")
)

// Request asks for money back. Amount counts minor units; 0 stands for all that is left.
type Request struct {
	OrderID string `json:"order_id"`
	Amount  int64  `json:"amount"`
	Reason  string `json:"reason"`
}

// Charge is what was taken for an order, and what of it was given back before.
type Charge struct {
	OrderID   string
	Amount    int64
	Refunded  int64
	ChargedAt time.Time
}

// Ledger is the durable record of charges and refunds.
type Ledger interface {
	Find(ctx context.Context, orderID string) (Charge, error)
	Record(ctx context.Context, orderID string, amount int64, reference string) error
}

// Provider gives money back.
type Provider interface {
	Refund(ctx context.Context, orderID string, amount int64, key string) (reference string, err error)
}

// Parse reads a request.
func Parse(body []byte) (Request, error) {
	var r Request
	if err := json.Unmarshal(body, &r); err != nil {
		return Request{}, fmt.Errorf("%w: %w", ErrMalformed, err)
	}
	r.OrderID = strings.TrimSpace(r.OrderID)
	r.Reason = strings.TrimSpace(r.Reason)
	if r.OrderID == "" {
		return Request{}, fmt.Errorf("%w: no order_id", ErrMalformed)
	}
	if r.Amount < 0 {
		return Request{}, fmt.Errorf("%w: order %s has the amount %d", ErrMalformed, r.OrderID, r.Amount)
	}
	if r.Reason == "" {
		r.Reason = "requested by customer"
	}
	return r, nil
}

// Owed returns how much of a charge is to be given back for a request at a time.
func Owed(c Charge, r Request, now time.Time) (int64, error) {
	left := c.Amount - c.Refunded
	if left <= 0 {
		return 0, fmt.Errorf("%w: order %s is refunded in full", ErrRefused, c.OrderID)
	}
	if age := now.Sub(c.ChargedAt); age > window {
		days := int(age.Hours() / 24)
		return 0, fmt.Errorf("%w: order %s was charged %d days ago", ErrRefused, c.OrderID, days)
	}
	if r.Amount == 0 {
		return left, nil
	}
	if r.Amount > left {
		return 0, fmt.Errorf("%w: order %s has %d left, not %d", ErrRefused, c.OrderID, left, r.Amount)
	}
	return r.Amount, nil
}

// Key names a refund to the provider: the same refund of the same charge has the same key.
func Key(c Charge, amount int64) string {
	return fmt.Sprintf("refund-%s-%d-%d", c.OrderID, c.Refunded, amount)
}

// Processor gives money back.
type Processor struct {
	ledger   Ledger
	provider Provider
	now      func() time.Time
}

// NewProcessor returns a processor which takes the time from now.
func NewProcessor(ledger Ledger, provider Provider, now func() time.Time) *Processor {
	if now == nil {
		now = time.Now
	}
	return &Processor{ledger: ledger, provider: provider, now: now}
}

// Process makes the refund of a request and returns how much was given back.
func (p *Processor) Process(ctx context.Context, body []byte) (int64, error) {
	request, err := Parse(body)
	if err != nil {
		return 0, err
	}
	charge, err := p.ledger.Find(ctx, request.OrderID)
	if err != nil {
		return 0, fmt.Errorf("find charge of order %s: %w", request.OrderID, err)
	}
	amount, err := Owed(charge, request, p.now())
	if err != nil {
		return 0, err
	}
	reference, err := p.provider.Refund(ctx, charge.OrderID, amount, Key(charge, amount))
	if err != nil {
		return 0, fmt.Errorf("refund order %s: %w", charge.OrderID, err)
	}
	if err := p.ledger.Record(ctx, charge.OrderID, amount, reference); err != nil {
		return 0, fmt.Errorf("record refund of order %s: %w", charge.OrderID, err)
	}
	return amount, nil
}

// Summary describes the refunds of a day to the people who keep the books.
func Summary(day time.Time, amounts map[string]int64) string {
	var total, largest int64
	var order string
	for id, amount := range amounts {
		total += amount
		if amount > largest || (amount == largest && id < order) {
			largest = amount
			order = id
		}
	}
	date := day.Format(time.DateOnly)
	if len(amounts) == 0 {
		return date + ": no refunds"
	}
	average := total / int64(len(amounts))
	line := fmt.Sprintf("%s: %d refunds of %d in all, %d on average", date, len(amounts), total, average)
	if len(amounts) > 1 {
		line += fmt.Sprintf(", the largest %d for order %s", largest, order)
	}
	return line
}
