// Package worker takes deliveries from a broker and has them handled by a pool of goroutines.
package worker

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"
)

// Delivery is one message which the broker keeps until it is settled. Exactly one of Ack and Nack
// settles it; a delivery which is not settled when its subscription ends is delivered again.
type Delivery interface {
	Body() []byte
	Ack() error
	// Nack gives the message back: to be delivered again, or else to the dead letters.
	Nack(requeue bool) error
}

// Subscription is one connection to the queue.
type Subscription interface {
	// Next waits for a delivery. It fails if ctx is done or the subscription is lost, and can be called
	// in parallel.
	Next(ctx context.Context) (Delivery, error)
	// Close ends the subscription.
	Close()
}

// Broker opens subscriptions.
type Broker interface {
	Open(ctx context.Context) (Subscription, error)
}

// Worker handles deliveries.
type Worker struct {
	Broker Broker
	// Handle does the work. A nil error means that its outcome is safe and the message can go.
	Handle func(ctx context.Context, body []byte) error
	// Permanent marks the errors of Handle after which the message is not delivered again.
	Permanent error
	// Concurrency is the number of deliveries handled at the same time.
	Concurrency int
	// Grace is how long a shutdown waits for running work before it interrupts that.
	Grace time.Duration
	// Reconnect is the wait before a new subscription replaces a lost one.
	Reconnect time.Duration
	Log       *slog.Logger
}

// Run handles deliveries until ctx is done and the running work has ended. When the subscription is
// lost, it opens a new one.
func (w *Worker) Run(ctx context.Context) {
	for ctx.Err() == nil {
		err := w.serve(ctx)
		if ctx.Err() != nil {
			return
		}
		w.Log.ErrorContext(ctx, "no subscription to the queue, will try again", "error", err)
		select {
		case <-ctx.Done():
		case <-time.After(w.Reconnect):
		}
	}
}

// serve handles the deliveries of one subscription until that is lost or ctx is done, and returns why
// it ended.
func (w *Worker) serve(ctx context.Context) error {
	s, err := w.Broker.Open(ctx)
	if err != nil {
		return fmt.Errorf("open subscription: %w", err)
	}
	defer s.Close()

	work, interrupt := context.WithCancel(context.WithoutCancel(ctx))
	var limiter sync.WaitGroup
	limiter.Go(func() { w.limit(ctx, work, interrupt) })
	defer limiter.Wait()
	defer interrupt()

	ends := make(chan error, w.Concurrency)
	for range w.Concurrency {
		go func() { ends <- w.consume(ctx, work, s) }()
	}
	var first error
	for range w.Concurrency {
		if err := <-ends; first == nil {
			first = err
		}
	}
	return first
}

// limit interrupts the work once ctx has been done for the time of grace.
func (w *Worker) limit(ctx, work context.Context, interrupt context.CancelFunc) {
	select {
	case <-work.Done():
		return
	case <-ctx.Done():
	}
	select {
	case <-work.Done():
	case <-time.After(w.Grace):
		interrupt()
	}
}

// consume handles one delivery after the other. The work outlives ctx, which only ends the taking of
// new deliveries.
func (w *Worker) consume(ctx, work context.Context, s Subscription) error {
	for ctx.Err() == nil {
		d, err := s.Next(ctx)
		if err != nil {
			return fmt.Errorf("next delivery: %w", err)
		}
		w.handle(work, d)
	}
	return ctx.Err()
}

func (w *Worker) handle(ctx context.Context, d Delivery) {
	err := w.Handle(ctx, d.Body())
	var settled error
	switch {
	case err == nil:
		settled = d.Ack()
	case errors.Is(err, w.Permanent):
		w.Log.ErrorContext(ctx, "message goes to the dead letters", "error", err)
		settled = d.Nack(false)
	default:
		w.Log.WarnContext(ctx, "message goes back to the queue", "error", err)
		settled = d.Nack(true)
	}
	if settled != nil {
		w.Log.WarnContext(ctx, "message not settled, the broker will deliver it again", "error", settled)
	}
}
