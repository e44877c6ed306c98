package retry_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/org/bookstore/app/payments-worker/internal/retry"
)

var (
	errDown  = errors.New("down")
	errFinal = errors.New("final")
)

func policy() retry.Policy {
	return retry.Policy{
		Attempts:  6,
		Timeout:   time.Minute,
		Base:      time.Second,
		Max:       5 * time.Second,
		Permanent: errFinal,
	}
}

func TestWaitsGrowToTheirCap(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var tries []time.Time
		err := policy().Do(t.Context(), func(context.Context) error {
			tries = append(tries, time.Now())
			return errDown
		})
		if !errors.Is(err, errDown) || len(tries) != 6 {
			t.Fatalf("%d tries, error %v", len(tries), err)
		}
		for i, longest := range []time.Duration{1, 2, 4, 5, 5} {
			longest *= time.Second
			if wait := tries[i+1].Sub(tries[i]); wait < longest/2 || wait > longest {
				t.Errorf("wait %d = %s, want %s to %s", i, wait, longest/2, longest)
			}
		}
	})
}

func TestWaitsDiffer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		waits := make(map[time.Duration]bool)
		for range 20 {
			start := time.Now()
			p := policy()
			p.Attempts = 2
			if err := p.Do(t.Context(), func(context.Context) error { return errDown }); err == nil {
				t.Error("no error")
			}
			waits[time.Since(start)] = true
		}
		if len(waits) < 2 {
			t.Errorf("20 times the same wait: %v", waits)
		}
	})
}

func TestDoEnds(t *testing.T) {
	tests := map[string]struct {
		answers []error
		want    error
	}{
		"at once":                {[]error{nil}, nil},
		"after failures":         {[]error{errDown, errDown, nil}, nil},
		"at a permanent failure": {[]error{errDown, errFinal, nil}, errFinal},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				tries := 0
				err := policy().Do(t.Context(), func(context.Context) error {
					tries++
					return tt.answers[tries-1]
				})
				if !errors.Is(err, tt.want) {
					t.Errorf("error = %v, want %v", err, tt.want)
				}
				if want := map[bool]int{true: len(tt.answers), false: 2}[tt.want == nil]; tries != want {
					t.Errorf("%d tries, want %d", tries, want)
				}
			})
		})
	}
}

func TestDoneContextEndsTheWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
		defer cancel()
		start := time.Now()
		err := policy().Do(ctx, func(context.Context) error { return errDown })
		if !errors.Is(err, errDown) || time.Since(start) != 100*time.Millisecond {
			t.Errorf("error %v after %s", err, time.Since(start))
		}
	})
}

func TestEachTryHasItsTimeout(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		tries := 0
		err := policy().Do(t.Context(), func(ctx context.Context) error {
			if tries++; tries == 2 {
				return nil
			}
			<-ctx.Done()
			return ctx.Err()
		})
		if err != nil || tries != 2 {
			t.Errorf("%d tries, error %v; want the second try to succeed", tries, err)
		}
	})
}
