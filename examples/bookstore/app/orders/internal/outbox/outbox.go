// Package outbox publishes the events which the service stored together with its data.
//
// An event is published at least once: it is marked as published only after the broker has confirmed
// it, and a crash between the two publishes it again. Consumers recognise the copy by the event's
// contents.
package outbox

import (
	"context"
	"fmt"
	"log/slog"
	"time"
)

const (
	batch          = 100
	publishTimeout = 10 * time.Second
	markTimeout    = 5 * time.Second
)

// Event is a fact to publish. Payload is its JSON form.
type Event struct {
	ID      string
	Type    string
	Payload []byte
}

// Store holds the events which wait to be published.
type Store interface {
	// Claim returns up to limit unpublished events and keeps them from other claims for a while,
	// so that several relays can work next to each other. An event which is not marked as published
	// can be claimed again after that.
	Claim(ctx context.Context, limit int) ([]Event, error)
	// MarkPublished records that the broker has the event.
	MarkPublished(ctx context.Context, id string) error
}

// Publisher hands events to a broker. Publish returns nil only if the broker has taken charge of the
// event. It is not called concurrently.
type Publisher interface {
	Publish(ctx context.Context, e Event) error
}

// Relay moves events from a store to a publisher.
type Relay struct {
	store     Store
	publisher Publisher
	interval  time.Duration
	log       *slog.Logger
}

// NewRelay returns a relay which looks for new events once per interval.
func NewRelay(store Store, publisher Publisher, interval time.Duration, log *slog.Logger) *Relay {
	return &Relay{store: store, publisher: publisher, interval: interval, log: log}
}

// Run publishes events until ctx is done.
func (r *Relay) Run(ctx context.Context) {
	tick := time.NewTicker(r.interval)
	defer tick.Stop()
	for {
		if err := r.drain(ctx); err != nil && ctx.Err() == nil {
			r.log.ErrorContext(ctx, "events not published, will try again", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// drain publishes until the store has no more events, and stops at the first failure.
func (r *Relay) drain(ctx context.Context) error {
	for {
		events, err := r.store.Claim(ctx, batch)
		if err != nil {
			return fmt.Errorf("claim events: %w", err)
		}
		for _, e := range events {
			if err := r.publish(ctx, e); err != nil {
				return fmt.Errorf("event %s: %w", e.ID, err)
			}
		}
		if len(events) < batch {
			return nil
		}
	}
}

func (r *Relay) publish(ctx context.Context, e Event) error {
	sending, cancel := context.WithTimeout(ctx, publishTimeout)
	defer cancel()
	if err := r.publisher.Publish(sending, e); err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	// A shutdown between the confirmation and the mark need not make a copy.
	marking, cancel := context.WithTimeout(context.WithoutCancel(ctx), markTimeout)
	defer cancel()
	if err := r.store.MarkPublished(marking, e.ID); err != nil {
		return fmt.Errorf("mark as published: %w", err)
	}
	return nil
}
