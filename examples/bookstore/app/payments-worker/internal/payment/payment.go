// Package payment charges every order exactly once.
//
// Three things together prevent a double charge. A ledger records the intent before the provider is
// called and the result after it, so that an order with a result is never charged again. The
// idempotency key follows from the order alone, so that the provider takes repeated and parallel
// requests for one charge. And an intent which is older than the provider's memory of keys is not
// tried again: a person must find out what became of it.
package payment

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/org/bookstore/app/payments-worker/internal/retry"
)

// keyLifetime is how long after the intent the provider surely still knows the idempotency key.
// Providers keep keys for 24 hours; the rest is a margin for retries and for clocks.
const keyLifetime = 23 * time.Hour

// ErrPermanent marks the failures which no retry can mend.
var ErrPermanent = errors.New("permanent failure")

var (
	// ErrMalformed reports an event which does not describe a charge.
	ErrMalformed = fmt.Errorf("malformed order event: %w", ErrPermanent)
	// ErrRefused reports that the provider will not make the charge, now or later.
	ErrRefused = fmt.Errorf("charge refused: %w", ErrPermanent)
	// ErrConflict reports that the ledger already holds something else for the order.
	ErrConflict = fmt.Errorf("ledger disagrees: %w", ErrPermanent)
	// ErrUnresolved reports an intent without a result which is too old to be tried again.
	ErrUnresolved = fmt.Errorf("charge unresolved: %w", ErrPermanent)
)

// Charge is the money to take for one order. Amount counts minor units of Currency.
type Charge struct {
	OrderID    string `json:"order_id"`
	CustomerID string `json:"customer_id"`
	Amount     int64  `json:"amount"`
	Currency   string `json:"currency"`
}

// IdempotencyKey returns the key which names the charge to the provider: one order, one key.
func (c Charge) IdempotencyKey() string {
	return "order-" + c.OrderID
}

// ParseOrderPlaced reads the charge from the body of an order.placed event. Its errors wrap
// [ErrMalformed].
func ParseOrderPlaced(body []byte) (Charge, error) {
	var c Charge
	if err := json.Unmarshal(body, &c); err != nil {
		return Charge{}, fmt.Errorf("%w: %w", ErrMalformed, err)
	}
	switch {
	case c.OrderID == "":
		return Charge{}, fmt.Errorf("%w: no order_id", ErrMalformed)
	case c.CustomerID == "":
		return Charge{}, fmt.Errorf("%w: order %s has no customer_id", ErrMalformed, c.OrderID)
	case c.Amount <= 0:
		return Charge{}, fmt.Errorf("%w: order %s has the amount %d", ErrMalformed, c.OrderID, c.Amount)
	case len(c.Currency) != 3:
		return Charge{}, fmt.Errorf("%w: order %s has the currency %q", ErrMalformed, c.OrderID, c.Currency)
	}
	return c, nil
}

// State tells how far a charge has come.
type State string

// The states of a charge. Charged and Refused are final.
const (
	Pending State = "pending"
	Charged State = "charged"
	Refused State = "refused"
)

// Result is the final state of a charge. Detail is the provider's reference of a charged order, or the
// reason of a refusal.
type Result struct {
	State  State
	Detail string
}

// Entry is what the ledger holds for one order. Its result is Pending until the provider has answered.
type Entry struct {
	Charge    Charge
	Result    Result
	StartedAt time.Time
}

// Ledger is the durable record of charges.
type Ledger interface {
	// Begin records the intent to make the charge, and returns the entry of the order. If the order
	// already has an entry, Begin returns that one and changes nothing.
	Begin(ctx context.Context, c Charge) (Entry, error)
	// Finish records the result of a pending charge. To record the same result again is no error;
	// to record another one is an error wrapping [ErrConflict].
	Finish(ctx context.Context, orderID string, r Result) error
}

// Provider takes money. It must treat all charges with one idempotency key as one charge.
type Provider interface {
	// Charge returns the provider's reference. An error wraps [ErrRefused] if the provider's answer
	// is final. After any other error the money may or may not have been taken.
	Charge(ctx context.Context, c Charge) (reference string, err error)
}

// Processor charges orders.
type Processor struct {
	ledger   Ledger
	provider Provider
	policy   retry.Policy
}

// NewProcessor returns a processor which retries after policy.
func NewProcessor(ledger Ledger, provider Provider, policy retry.Policy) *Processor {
	return &Processor{ledger: ledger, provider: provider, policy: policy}
}

// Process charges the order of an order.placed event. It returns nil once the ledger holds the charge.
// It may be called again, and in parallel, for the same order. An error which wraps [ErrPermanent]
// means that no further call can charge the order.
func (p *Processor) Process(ctx context.Context, event []byte) error {
	charge, err := ParseOrderPlaced(event)
	if err != nil {
		return err
	}
	err = p.policy.Do(ctx, func(ctx context.Context) error { return p.settle(ctx, charge) })
	if err != nil {
		return fmt.Errorf("order %s: %w", charge.OrderID, err)
	}
	return nil
}

// settle brings the charge to its result. It starts from the ledger each time, so it can be repeated
// wherever it failed.
func (p *Processor) settle(ctx context.Context, charge Charge) error {
	entry, err := p.ledger.Begin(ctx, charge)
	if err != nil {
		return fmt.Errorf("record intent: %w", err)
	}
	if entry.Charge != charge {
		return fmt.Errorf("%w: it holds another charge for the order", ErrConflict)
	}
	switch entry.Result.State {
	case Charged:
		return nil
	case Refused:
		return fmt.Errorf("%w: recorded before as %q", ErrRefused, entry.Result.Detail)
	case Pending:
	}
	if age := time.Since(entry.StartedAt); age > keyLifetime {
		return fmt.Errorf("%w: started %s ago", ErrUnresolved, age.Round(time.Minute))
	}

	reference, chargeErr := p.provider.Charge(ctx, charge)
	result := Result{State: Charged, Detail: reference}
	if chargeErr != nil {
		if !errors.Is(chargeErr, ErrRefused) {
			return fmt.Errorf("charge: %w", chargeErr)
		}
		result = Result{State: Refused, Detail: chargeErr.Error()}
	}
	if err := p.ledger.Finish(ctx, charge.OrderID, result); err != nil {
		return fmt.Errorf("record result: %w", err)
	}
	return chargeErr
}
