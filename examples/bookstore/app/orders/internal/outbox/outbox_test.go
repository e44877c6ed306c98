package outbox_test

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

	"github.com/org/bookstore/app/orders/internal/outbox"
)

const (
	interval = time.Second
	lease    = time.Minute
)

// world is the store and the broker of a relay, in memory. Its mutex guards all fields.
type world struct {
	mu        sync.Mutex
	waiting   []string
	claimed   map[string]time.Time
	claims    int
	published []string

	claimErr, markErr, publishErr error
	// confirm, if set, decides when and how the broker answers.
	confirm func(ctx context.Context) error
}

// do reads or changes the world while the relay runs.
func (w *world) do(f func()) {
	w.mu.Lock()
	defer w.mu.Unlock()
	f()
}

func (w *world) Claim(_ context.Context, limit int) ([]outbox.Event, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.claims++
	if w.claimErr != nil {
		return nil, w.claimErr
	}
	if w.claimed == nil {
		w.claimed = make(map[string]time.Time)
	}
	var events []outbox.Event
	for _, id := range w.waiting {
		if at, ok := w.claimed[id]; (!ok || time.Since(at) >= lease) && len(events) < limit {
			w.claimed[id] = time.Now()
			events = append(events, outbox.Event{ID: id, Type: "order.placed"})
		}
	}
	return events, nil
}

func (w *world) MarkPublished(ctx context.Context, id string) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if err := errors.Join(ctx.Err(), w.markErr); err != nil {
		return err
	}
	w.waiting = slices.DeleteFunc(w.waiting, func(other string) bool { return other == id })
	return nil
}

func (w *world) Publish(ctx context.Context, e outbox.Event) error {
	w.mu.Lock()
	err := errors.Join(ctx.Err(), w.publishErr)
	if err == nil {
		w.published = append(w.published, e.ID)
	}
	w.mu.Unlock()
	if err == nil && w.confirm != nil {
		return w.confirm(ctx)
	}
	return err
}

func numbered(n int) []string {
	ids := make([]string, n)
	for i := range ids {
		ids[i] = fmt.Sprintf("event-%03d", i)
	}
	return ids
}

// run starts a relay in a bubble, lets it look for events once, and ends it when the test is over.
func run(t *testing.T, w *world, test func(stop context.CancelFunc)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		done := make(chan struct{})
		go func() {
			defer close(done)
			outbox.NewRelay(w, w, interval, slog.New(slog.DiscardHandler)).Run(ctx)
		}()
		synctest.Wait()
		test(stop)
		stop()
		<-done
	})
}

// after lets time pass and the relay work, then looks at the world.
func (w *world) after(d time.Duration, look func()) {
	time.Sleep(d)
	synctest.Wait()
	w.do(look)
}

func TestRelayPublishesEachEventOnce(t *testing.T) {
	w := &world{waiting: numbered(250)}
	run(t, w, func(context.CancelFunc) {
		w.do(func() {
			if !slices.Equal(w.published, numbered(250)) {
				t.Errorf("published %d events, want 250 at the first look", len(w.published))
			}
			w.waiting = append(w.waiting, "late")
		})
		w.after(interval, func() {
			if got := w.published[250:]; !slices.Equal(got, []string{"late"}) {
				t.Errorf("then published %v, want only the late event", got)
			}
		})
		w.after(2*lease, func() {
			if len(w.published) != 251 || len(w.waiting) != 0 {
				t.Errorf("published %d, waiting %v", len(w.published), w.waiting)
			}
		})
	})
}

func TestRelayKeepsEventsTheBrokerDoesNotTake(t *testing.T) {
	w := &world{waiting: numbered(2), publishErr: errors.New("broker down")}
	run(t, w, func(context.CancelFunc) {
		w.do(func() {
			if len(w.waiting) != 2 {
				t.Errorf("waiting %v, want both events", w.waiting)
			}
			w.publishErr = nil
		})
		w.after(lease, func() {
			if !slices.Equal(w.published, numbered(2)) || len(w.waiting) != 0 {
				t.Errorf("published %v, waiting %v", w.published, w.waiting)
			}
		})
	})
}

func TestRelayPublishesAgainAnEventItCouldNotMark(t *testing.T) {
	w := &world{waiting: numbered(1), markErr: errors.New("database down")}
	run(t, w, func(context.CancelFunc) {
		w.do(func() { w.markErr = nil })
		w.after(lease, func() {
			if want := []string{"event-000", "event-000"}; !slices.Equal(w.published, want) {
				t.Errorf("published %v, want %v", w.published, want)
			}
			if len(w.waiting) != 0 {
				t.Errorf("waiting %v", w.waiting)
			}
		})
	})
}

func TestRelayGoesOnAfterTheStoreFails(t *testing.T) {
	w := &world{waiting: numbered(1), claimErr: errors.New("database down")}
	run(t, w, func(context.CancelFunc) {
		w.after(5*interval, func() {
			if w.claims != 6 {
				t.Errorf("claimed %d times in 5 intervals, want 6", w.claims)
			}
			w.claimErr = nil
		})
		w.after(interval, func() {
			if len(w.published) != 1 {
				t.Errorf("published %v", w.published)
			}
		})
	})
}

func TestRelayGivesUpOnABrokerWhichHangs(t *testing.T) {
	w := &world{waiting: numbered(1), confirm: func(ctx context.Context) error {
		<-ctx.Done()
		return ctx.Err()
	}}
	run(t, w, func(context.CancelFunc) {
		w.after(10*time.Second+interval, func() {
			if w.claims < 2 {
				t.Error("the relay still waits for the broker")
			}
		})
	})
}

func TestRelayMarksAConfirmedEventDuringShutdown(t *testing.T) {
	w := &world{waiting: numbered(2), confirm: func(context.Context) error {
		time.Sleep(time.Second)
		return nil
	}}
	run(t, w, func(stop context.CancelFunc) {
		stop()
		w.after(time.Second, func() {
			if !slices.Equal(w.published, numbered(1)) || !slices.Equal(w.waiting, numbered(2)[1:]) {
				t.Errorf("published %v, waiting %v; want the first event published and marked, the second kept",
					w.published, w.waiting)
			}
		})
	})
}
