package worker_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/org/bookstore/app/payments-worker/internal/worker"
)

var (
	errDown  = errors.New("down")
	errFinal = errors.New("final")
)

// broker is a [worker.Broker] in memory, and the record of what became of its messages.
type broker struct {
	messages chan string

	mu        sync.Mutex
	trace     []string
	opens     int
	openErrs  []error
	settleErr error
	lost      chan struct{} // Closing it ends the current subscription.
}

func newBroker(messages ...string) *broker {
	b := &broker{messages: make(chan string, 100)}
	for _, m := range messages {
		b.messages <- m
	}
	return b
}

func (b *broker) note(what string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.trace = append(b.trace, what)
}

func (b *broker) want(t *testing.T, trace ...string) {
	t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	if !slices.Equal(b.trace, trace) {
		t.Errorf("trace %q, want %q", b.trace, trace)
	}
}

func (b *broker) Open(context.Context) (worker.Subscription, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.opens++
	if len(b.openErrs) > 0 {
		err := b.openErrs[0]
		b.openErrs = b.openErrs[1:]
		return nil, err
	}
	b.lost = make(chan struct{})
	return subscription{b, b.lost}, nil
}

type subscription struct {
	*broker
	lost <-chan struct{}
}

func (s subscription) Next(ctx context.Context) (worker.Delivery, error) {
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-s.lost:
		return nil, errDown
	case m := <-s.messages:
		return delivery{s.broker, m}, nil
	}
}

func (s subscription) Close() { s.note("close") }

type delivery struct {
	*broker
	message string
}

func (d delivery) Body() []byte { return []byte(d.message) }

func (d delivery) Ack() error {
	d.note("ack " + d.message)
	return d.settleErr
}

func (d delivery) Nack(requeue bool) error {
	d.note(fmt.Sprintf("nack %s, requeue %t", d.message, requeue))
	return d.settleErr
}

// start runs a worker with two goroutines. The returned stop function shuts it down and waits.
func start(t *testing.T, b *broker, handle func(context.Context, string) error) (stop func()) {
	t.Helper()
	w := &worker.Worker{
		Broker:      b,
		Handle:      func(ctx context.Context, body []byte) error { return handle(ctx, string(body)) },
		Permanent:   errFinal,
		Concurrency: 2,
		Grace:       10 * time.Second,
		Reconnect:   time.Second,
		Log:         slog.New(slog.DiscardHandler),
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() {
		defer close(done)
		w.Run(ctx)
	}()
	synctest.Wait()
	return func() {
		cancel()
		<-done
	}
}

func TestOutcomeDecidesWhereTheMessageGoes(t *testing.T) {
	tests := map[string]struct {
		err  error
		want string
	}{
		"done":              {nil, "ack m"},
		"permanent failure": {fmt.Errorf("declined: %w", errFinal), "nack m, requeue false"},
		"transient failure": {errDown, "nack m, requeue true"},
	}
	for name, tt := range tests {
		for _, settleErr := range []error{nil, errDown} {
			t.Run(fmt.Sprintf("%s, settle %v", name, settleErr), func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					b := newBroker("m")
					b.settleErr = settleErr
					stop := start(t, b, func(context.Context, string) error { return tt.err })
					stop()
					b.want(t, tt.want, "close")
				})
			})
		}
	}
}

func TestMessageIsSettledOnlyAfterTheWork(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBroker("m")
		stop := start(t, b, func(context.Context, string) error {
			time.Sleep(time.Minute)
			return nil
		})
		time.Sleep(time.Minute - time.Nanosecond)
		synctest.Wait()
		b.want(t)
		time.Sleep(time.Nanosecond)
		synctest.Wait()
		b.want(t, "ack m")
		stop()
	})
}

func TestWorkRunsInParallelUpToTheConcurrency(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		running, most := 0, 0
		add := func(n int) {
			mu.Lock()
			defer mu.Unlock()
			running += n
			most = max(most, running)
		}
		b := newBroker("m", "m", "m", "m", "m")
		stop := start(t, b, func(context.Context, string) error {
			add(1)
			defer add(-1)
			time.Sleep(time.Second)
			return nil
		})
		time.Sleep(3 * time.Second)
		synctest.Wait()
		b.want(t, "ack m", "ack m", "ack m", "ack m", "ack m")
		stop()
		if most != 2 {
			t.Errorf("up to %d at the same time, want 2", most)
		}
	})
}

func TestShutdownDrainsTheRunningWork(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBroker("1", "2", "3")
		stop := start(t, b, func(ctx context.Context, m string) error {
			if m == "1" {
				time.Sleep(4 * time.Second)
			} else {
				time.Sleep(5 * time.Second)
			}
			return ctx.Err()
		})
		begin := time.Now()
		stop()
		if took := time.Since(begin); took != 5*time.Second {
			t.Errorf("shutdown took %s, want the 5s of the running work", took)
		}
		b.want(t, "ack 1", "ack 2", "close")
		if len(b.messages) != 1 {
			t.Error("a new message was taken during the shutdown")
		}
	})
}

func TestShutdownInterruptsWorkAfterTheGrace(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBroker("m")
		stop := start(t, b, func(ctx context.Context, _ string) error {
			<-ctx.Done()
			return ctx.Err()
		})
		begin := time.Now()
		stop()
		if took := time.Since(begin); took != 10*time.Second {
			t.Errorf("shutdown took %s, want the grace of 10s", took)
		}
		b.want(t, "nack m, requeue true", "close")
	})
}

func TestLostSubscriptionIsReplaced(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBroker()
		stop := start(t, b, func(context.Context, string) error { return nil })
		close(b.lost)
		synctest.Wait()
		b.want(t, "close")
		b.messages <- "m"
		time.Sleep(time.Second)
		synctest.Wait()
		b.want(t, "close", "ack m")
		stop()
		if b.opens != 2 {
			t.Errorf("opened %d subscriptions, want 2", b.opens)
		}
	})
}

func TestBrokerIsTriedUntilItAnswers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBroker("m")
		b.openErrs = []error{errDown, errDown, errDown}
		stop := start(t, b, func(context.Context, string) error { return nil })
		time.Sleep(3 * time.Second)
		synctest.Wait()
		b.want(t, "ack m")
		stop()
	})
}

func TestShutdownDoesNotWaitForTheBroker(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBroker()
		b.openErrs = []error{errDown}
		stop := start(t, b, func(context.Context, string) error { return nil })
		begin := time.Now()
		stop()
		if took := time.Since(begin); took != 0 || b.opens != 1 {
			t.Errorf("shutdown took %s and opened %d subscriptions", took, b.opens)
		}
	})
}
