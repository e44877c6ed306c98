// Package order decides which orders the shop accepts and places them exactly once.
package order

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/org/bookstore/app/orders/internal/outbox"
)

var (
	// ErrKeyUsed reports that the customer has already placed an order with the idempotency key.
	ErrKeyUsed = errors.New("idempotency key already used")
	// ErrKeyReused reports an idempotency key which comes back with a different order.
	ErrKeyReused = errors.New("idempotency key belongs to a different order")
)

// EventPlaced is the type of the event which tells that an order was placed.
const EventPlaced = "order.placed"

// Draft is an order as a customer asks for it.
type Draft struct {
	CustomerID string `json:"customer_id"`
	Currency   string `json:"currency"`
	Lines      []Line `json:"lines"`
}

// Line asks for copies of one book. UnitPrice counts minor units of the order's currency.
type Line struct {
	ISBN      string `json:"isbn"`
	Quantity  int64  `json:"quantity"`
	UnitPrice int64  `json:"unit_price"`
}

// Order is a draft which the shop has accepted.
type Order struct {
	ID string `json:"id"`
	Draft
	Total          int64     `json:"total"`
	PlacedAt       time.Time `json:"placed_at"`
	IdempotencyKey string    `json:"-"`
}

// Store keeps orders.
type Store interface {
	// Place stores the order, its lines and its event in one transaction: all of them or none.
	// If the customer has used the idempotency key before, it stores nothing and returns an error
	// wrapping [ErrKeyUsed].
	Place(ctx context.Context, o Order, event outbox.Event) error
	// FindByKey returns the order which the customer placed with the idempotency key.
	FindByKey(ctx context.Context, customerID, key string) (Order, error)
}

// Desk takes orders.
type Desk struct {
	store Store
}

// NewDesk returns a desk which keeps its orders in store.
func NewDesk(store Store) *Desk {
	return &Desk{store: store}
}

// Place accepts the draft and reports whether that created a new order. The same draft with the same
// key returns the order of the first time. The error is a [*ValidationError] if the draft breaks a
// rule, and wraps [ErrKeyReused] if the key belongs to a different draft.
func (d *Desk) Place(ctx context.Context, key string, draft Draft) (o Order, created bool, err error) {
	total, err := validate(key, draft)
	if err != nil {
		return Order{}, false, err
	}
	o = Order{
		ID:             rand.Text(),
		Draft:          draft,
		Total:          total,
		PlacedAt:       time.Now().UTC().Truncate(time.Microsecond), // What the database can hold.
		IdempotencyKey: key,
	}
	event, err := placed(o)
	if err != nil {
		return Order{}, false, err
	}
	err = d.store.Place(ctx, o, event)
	if errors.Is(err, ErrKeyUsed) {
		o, err = d.replay(ctx, key, draft)
		return o, false, err
	}
	if err != nil {
		return Order{}, false, fmt.Errorf("store order: %w", err)
	}
	return o, true, nil
}

func (d *Desk) replay(ctx context.Context, key string, draft Draft) (Order, error) {
	o, err := d.store.FindByKey(ctx, draft.CustomerID, key)
	if err != nil {
		return Order{}, fmt.Errorf("find earlier order: %w", err)
	}
	if o.Currency != draft.Currency || !slices.Equal(o.Lines, draft.Lines) {
		return Order{}, fmt.Errorf("order %s: %w", o.ID, ErrKeyReused)
	}
	return o, nil
}

func placed(o Order) (outbox.Event, error) {
	payload, err := json.Marshal(struct {
		OrderID    string    `json:"order_id"`
		CustomerID string    `json:"customer_id"`
		Currency   string    `json:"currency"`
		Amount     int64     `json:"amount"`
		PlacedAt   time.Time `json:"placed_at"`
	}{o.ID, o.CustomerID, o.Currency, o.Total, o.PlacedAt})
	if err != nil {
		return outbox.Event{}, fmt.Errorf("encode event: %w", err)
	}
	return outbox.Event{ID: rand.Text(), Type: EventPlaced, Payload: payload}, nil
}
