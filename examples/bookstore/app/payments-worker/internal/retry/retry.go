// Package retry repeats what may succeed later.
package retry

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"
)

// Policy says how often and how fast to retry.
type Policy struct {
	// Attempts is the largest number of tries, the first one included.
	Attempts int
	// Timeout bounds each try.
	Timeout time.Duration
	// Base is the longest wait after the first failure. It doubles with every further failure.
	Base time.Duration
	// Max is the longest wait of all.
	Max time.Duration
	// Permanent marks the errors which end the tries at once.
	Permanent error
}

// Do calls try until it succeeds, and waits after each failure. The wait is random, between half of
// the longest wait and all of it, so that workers which failed together do not come back together.
// Do returns the last error if that wraps p.Permanent, if there have been p.Attempts tries, or if ctx
// is done.
func (p Policy) Do(ctx context.Context, try func(context.Context) error) error {
	wait := p.Base
	for attempt := 1; ; attempt++ {
		err := p.once(ctx, try)
		if err == nil || errors.Is(err, p.Permanent) {
			return err
		}
		if attempt >= p.Attempts {
			return fmt.Errorf("gave up after %d attempts: %w", attempt, err)
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("stopped after %d attempts: %w", attempt, err)
		case <-time.After(wait/2 + rand.N(wait/2+1)): //nolint:gosec // Jitter needs no secrecy.
		}
		wait = min(2*wait, p.Max)
	}
}

func (p Policy) once(ctx context.Context, try func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, p.Timeout)
	defer cancel()
	return try(ctx)
}
