package payment_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/org/bookstore/app/payments-worker/internal/payment"
	"github.com/org/bookstore/app/payments-worker/internal/retry"
)

const event = `{"order_id":"A1","customer_id":"C1","amount":3999,"currency":"EUR","placed_at":"2026-01-02T03:04:05Z"}`

var errDown = errors.New("down")

// world is the ledger and the provider, in memory, and the record of what was asked of them.
type world struct {
	mu      sync.Mutex
	entries map[string]payment.Entry
	taken   map[string]payment.Charge // The money taken, by idempotency key.
	calls   []string

	beginErrs, finishErrs []error // The failures of the next calls.
	// refusals answer the next charges, which take no money.
	refusals []error
	// losses replace the answers of the next charges, which do take the money.
	losses []error
	// latency is how long a charge takes.
	latency time.Duration
}

func newWorld() *world {
	return &world{entries: make(map[string]payment.Entry), taken: make(map[string]payment.Charge)}
}

// pop removes and returns the first error of the queue.
func pop(queue *[]error) error {
	if len(*queue) == 0 {
		return nil
	}
	err := (*queue)[0]
	*queue = (*queue)[1:]
	return err
}

func (w *world) Begin(_ context.Context, c payment.Charge) (payment.Entry, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.calls = append(w.calls, "begin")
	if err := pop(&w.beginErrs); err != nil {
		return payment.Entry{}, err
	}
	if _, ok := w.entries[c.OrderID]; !ok {
		w.entries[c.OrderID] = payment.Entry{
			Charge:    c,
			Result:    payment.Result{State: payment.Pending},
			StartedAt: time.Now(),
		}
	}
	return w.entries[c.OrderID], nil
}

func (w *world) Finish(ctx context.Context, orderID string, r payment.Result) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.calls = append(w.calls, "finish")
	if err := errors.Join(ctx.Err(), pop(&w.finishErrs)); err != nil {
		return err
	}
	e := w.entries[orderID]
	if e.Result.State != payment.Pending && e.Result != r {
		return payment.ErrConflict
	}
	e.Result = r
	w.entries[orderID] = e
	return nil
}

func (w *world) Charge(ctx context.Context, c payment.Charge) (string, error) {
	select {
	case <-ctx.Done():
		return "", ctx.Err()
	case <-time.After(w.latency):
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.calls = append(w.calls, "charge")
	if err := pop(&w.refusals); err != nil {
		return "", err
	}
	w.taken[c.IdempotencyKey()] = c
	return "reference of " + c.IdempotencyKey(), pop(&w.losses)
}

// processor returns a new processor, as if the service had just started.
func (w *world) processor() *payment.Processor {
	return payment.NewProcessor(w, w, retry.Policy{
		Attempts:  5,
		Timeout:   10 * time.Second,
		Base:      time.Second,
		Max:       time.Minute,
		Permanent: payment.ErrPermanent,
	})
}

// wantCharged checks that the order was paid exactly once and that the ledger knows it.
func (w *world) wantCharged(t *testing.T) {
	t.Helper()
	want := payment.Charge{OrderID: "A1", CustomerID: "C1", Amount: 3999, Currency: "EUR"}
	if len(w.taken) != 1 || w.taken["order-A1"] != want {
		t.Errorf("money taken: %v, want %v once", w.taken, want)
	}
	result := payment.Result{State: payment.Charged, Detail: "reference of order-A1"}
	if got := w.entries["A1"]; len(w.entries) != 1 || got.Result != result {
		t.Errorf("ledger: %v, want %v", w.entries, result)
	}
}

func (w *world) wantCalls(t *testing.T, want ...string) {
	t.Helper()
	if !slices.Equal(w.calls, want) {
		t.Errorf("calls %v, want %v", w.calls, want)
	}
}

func TestChargeIsRecordedBeforeAndAfter(t *testing.T) {
	w := newWorld()
	if err := w.processor().Process(t.Context(), []byte(event)); err != nil {
		t.Fatal(err)
	}
	w.wantCharged(t)
	w.wantCalls(t, "begin", "charge", "finish")
}

func TestSecondDeliveryDoesNotReachTheProvider(t *testing.T) {
	w := newWorld()
	for range 2 {
		if err := w.processor().Process(t.Context(), []byte(event)); err != nil {
			t.Fatal(err)
		}
	}
	w.wantCharged(t)
	w.wantCalls(t, "begin", "charge", "finish", "begin")
}

func TestParallelDeliveriesChargeOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		w.latency = time.Second
		processor := w.processor()
		var wg sync.WaitGroup
		for range 16 {
			wg.Go(func() {
				if err := processor.Process(t.Context(), []byte(event)); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
		w.wantCharged(t)
	})
}

func TestCrashBetweenChargeAndRecordChargesOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		dying, crash := context.WithCancel(t.Context())
		w.losses = []error{errDown} // The provider took the money, and nobody heard of it.
		go func() {
			time.Sleep(100 * time.Millisecond)
			crash()
		}()
		err := w.processor().Process(dying, []byte(event))
		if err == nil || errors.Is(err, payment.ErrPermanent) {
			t.Fatalf("error = %v, want one which lets the broker deliver again", err)
		}
		if len(w.taken) != 1 || w.entries["A1"].Result.State != payment.Pending {
			t.Fatalf("taken %v, ledger %v; want money taken and no result", w.taken, w.entries)
		}

		if err := w.processor().Process(t.Context(), []byte(event)); err != nil {
			t.Fatal(err)
		}
		w.wantCharged(t)
	})
}

func TestTransientFailuresAreRetried(t *testing.T) {
	tests := map[string]struct {
		setup func(*world)
		calls []string
	}{
		"ledger down before": {
			func(w *world) { w.beginErrs = []error{errDown, errDown} },
			[]string{"begin", "begin", "begin", "charge", "finish"},
		},
		"provider down": {
			func(w *world) { w.refusals = []error{errDown, errDown} },
			[]string{"begin", "charge", "begin", "charge", "begin", "charge", "finish"},
		},
		"answer lost": {
			func(w *world) { w.losses = []error{errDown} },
			[]string{"begin", "charge", "begin", "charge", "finish"},
		},
		"ledger down after": {
			func(w *world) { w.finishErrs = []error{errDown} },
			[]string{"begin", "charge", "finish", "begin", "charge", "finish"},
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				w := newWorld()
				tt.setup(w)
				if err := w.processor().Process(t.Context(), []byte(event)); err != nil {
					t.Fatal(err)
				}
				w.wantCharged(t)
				w.wantCalls(t, tt.calls...)
			})
		})
	}
}

func TestOutageLeavesTheOrderForALaterDelivery(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		w.refusals = slices.Repeat([]error{errDown}, 5)
		err := w.processor().Process(t.Context(), []byte(event))
		if !errors.Is(err, errDown) || errors.Is(err, payment.ErrPermanent) || !strings.Contains(err.Error(), "A1") {
			t.Fatalf("error = %v, want a transient one which names the order", err)
		}
		if err := w.processor().Process(t.Context(), []byte(event)); err != nil {
			t.Fatal(err)
		}
		w.wantCharged(t)
	})
}

func TestRefusalIsFinal(t *testing.T) {
	w := newWorld()
	w.refusals = []error{fmt.Errorf("%w: card_declined", payment.ErrRefused)}
	for range 2 {
		err := w.processor().Process(t.Context(), []byte(event))
		if !errors.Is(err, payment.ErrRefused) || !errors.Is(err, payment.ErrPermanent) {
			t.Errorf("error = %v, want ErrRefused", err)
		}
	}
	result := w.entries["A1"].Result
	if result.State != payment.Refused || !strings.Contains(result.Detail, "card_declined") || len(w.taken) != 0 {
		t.Errorf("result %v, taken %v; want the refusal and no money", result, w.taken)
	}
	w.wantCalls(t, "begin", "charge", "finish", "begin")
}

func TestAnotherAmountForTheSameOrderIsNotCharged(t *testing.T) {
	w := newWorld()
	if err := w.processor().Process(t.Context(), []byte(event)); err != nil {
		t.Fatal(err)
	}
	err := w.processor().Process(t.Context(), []byte(strings.Replace(event, "3999", "4999", 1)))
	if !errors.Is(err, payment.ErrConflict) || !errors.Is(err, payment.ErrPermanent) {
		t.Errorf("error = %v, want ErrConflict", err)
	}
	w.wantCharged(t)
}

func TestOldIntentIsNotTriedAgain(t *testing.T) {
	for age, want := range map[time.Duration]error{
		23 * time.Hour:               nil,
		23*time.Hour + time.Second:   payment.ErrUnresolved,
		30 * 24 * time.Hour:          payment.ErrUnresolved,
		-5 * time.Minute:             nil, // The clock of the database is ahead.
		22*time.Hour + 5*time.Minute: nil,
	} {
		t.Run(age.String(), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				w := newWorld()
				w.entries["A1"] = payment.Entry{
					Charge:    payment.Charge{OrderID: "A1", CustomerID: "C1", Amount: 3999, Currency: "EUR"},
					Result:    payment.Result{State: payment.Pending},
					StartedAt: time.Now().Add(-age),
				}
				err := w.processor().Process(t.Context(), []byte(event))
				if !errors.Is(err, want) || (want == nil) != (len(w.taken) == 1) {
					t.Errorf("error %v, taken %v; want %v", err, w.taken, want)
				}
			})
		})
	}
}

func TestMalformedEventsTouchNothing(t *testing.T) {
	tests := map[string]string{
		"empty":             "",
		"not JSON":          "order",
		"not an object":     "[]",
		"no order":          strings.Replace(event, "A1", "", 1),
		"no customer":       strings.Replace(event, "C1", "", 1),
		"no amount":         strings.Replace(event, "3999", "0", 1),
		"negative amount":   strings.Replace(event, "3999", "-3999", 1),
		"fraction":          strings.Replace(event, "3999", "39.99", 1),
		"amount as text":    strings.Replace(event, "3999", `"3999"`, 1),
		"amount too large":  strings.Replace(event, "3999", "9223372036854775808", 1),
		"currency a symbol": strings.Replace(event, "EUR", "€€", 1),
	}
	for name, body := range tests {
		t.Run(name, func(t *testing.T) {
			w := newWorld()
			err := w.processor().Process(t.Context(), []byte(body))
			if !errors.Is(err, payment.ErrMalformed) || !errors.Is(err, payment.ErrPermanent) {
				t.Errorf("error = %v, want ErrMalformed", err)
			}
			w.wantCalls(t)
		})
	}
}
