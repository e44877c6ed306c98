package order_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/org/bookstore/app/orders/internal/order"
	"github.com/org/bookstore/app/orders/internal/outbox"
)

// ledger is an [order.Store] in memory.
type ledger struct {
	mu      sync.Mutex
	orders  map[string]order.Order
	events  []outbox.Event
	failure error
}

func (l *ledger) Place(_ context.Context, o order.Order, event outbox.Event) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.failure != nil {
		return l.failure
	}
	key := o.CustomerID + " " + o.IdempotencyKey
	if _, used := l.orders[key]; used {
		return fmt.Errorf("insert: %w", order.ErrKeyUsed)
	}
	if l.orders == nil {
		l.orders = make(map[string]order.Order)
	}
	l.orders[key] = o
	l.events = append(l.events, event)
	return nil
}

func (l *ledger) FindByKey(_ context.Context, customerID, key string) (order.Order, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	o, ok := l.orders[customerID+" "+key]
	if !ok {
		return order.Order{}, errors.New("no such order")
	}
	return o, nil
}

func draft() order.Draft {
	return order.Draft{
		CustomerID: "customer-1",
		Currency:   "EUR",
		Lines: []order.Line{
			{ISBN: "9780134190440", Quantity: 2, UnitPrice: 3999},
			{ISBN: "9780131103627", Quantity: 1, UnitPrice: 5999},
		},
	}
}

func TestPlaceStoresTheOrderWithItsEvent(t *testing.T) {
	store := &ledger{}
	before := time.Now().Truncate(time.Microsecond)

	o, created, err := order.NewDesk(store).Place(t.Context(), "key-1", draft())
	if err != nil || !created {
		t.Fatalf("created = %v, error %v", created, err)
	}
	if o.ID == "" || o.Total != 2*3999+5999 || o.PlacedAt.Before(before) || !reflect.DeepEqual(o.Draft, draft()) {
		t.Errorf("order = %+v", o)
	}
	if stored := store.orders["customer-1 key-1"]; !reflect.DeepEqual(stored, o) {
		t.Errorf("stored %+v, returned %+v", stored, o)
	}
	if len(store.events) != 1 || store.events[0].Type != order.EventPlaced || store.events[0].ID == "" {
		t.Fatalf("events = %+v, want one order.placed", store.events)
	}
	var payload map[string]any
	if err := json.Unmarshal(store.events[0].Payload, &payload); err != nil {
		t.Fatal(err)
	}
	want := map[string]any{
		"order_id":    o.ID,
		"customer_id": "customer-1",
		"currency":    "EUR",
		"amount":      float64(13997),
		"placed_at":   o.PlacedAt.Format(time.RFC3339Nano),
	}
	if !reflect.DeepEqual(payload, want) {
		t.Errorf("payload = %v, want %v", payload, want)
	}
}

func TestPlaceTwiceInParallelCreatesOneOrder(t *testing.T) {
	store := &ledger{}
	desk := order.NewDesk(store)
	const attempts = 16
	ids := make([]string, attempts)
	creations := make([]bool, attempts)
	var wg sync.WaitGroup
	for i := range attempts {
		wg.Go(func() {
			o, created, err := desk.Place(t.Context(), "key-1", draft())
			if err != nil {
				t.Error(err)
			}
			ids[i], creations[i] = o.ID, created
		})
	}
	wg.Wait()

	if len(slices.Compact(ids)) != 1 || ids[0] == "" {
		t.Errorf("ids = %v, want one and the same", ids)
	}
	if n := len(slices.DeleteFunc(creations, func(c bool) bool { return !c })); n != 1 {
		t.Errorf("%d attempts created an order, want 1", n)
	}
	if len(store.orders) != 1 || len(store.events) != 1 {
		t.Errorf("stored %d orders and %d events, want 1 of each", len(store.orders), len(store.events))
	}
}

func TestKeysBelongToTheirCustomer(t *testing.T) {
	store := &ledger{}
	desk := order.NewDesk(store)
	for _, customer := range []string{"customer-1", "customer-2"} {
		d := draft()
		d.CustomerID = customer
		if _, created, err := desk.Place(t.Context(), "key-1", d); err != nil || !created {
			t.Errorf("%s: created = %v, error %v", customer, created, err)
		}
	}
}

func TestKeyWithADifferentOrderIsRefused(t *testing.T) {
	changes := map[string]func(*order.Draft){
		"currency":   func(d *order.Draft) { d.Currency = "USD" },
		"quantity":   func(d *order.Draft) { d.Lines[0].Quantity++ },
		"price":      func(d *order.Draft) { d.Lines[0].UnitPrice++ },
		"fewer line": func(d *order.Draft) { d.Lines = d.Lines[:1] },
	}
	for name, change := range changes {
		t.Run(name, func(t *testing.T) {
			store := &ledger{}
			desk := order.NewDesk(store)
			if _, _, err := desk.Place(t.Context(), "key-1", draft()); err != nil {
				t.Fatal(err)
			}
			other := draft()
			change(&other)

			_, created, err := desk.Place(t.Context(), "key-1", other)
			if !errors.Is(err, order.ErrKeyReused) || created {
				t.Errorf("created = %v, error %v; want ErrKeyReused", created, err)
			}
			if len(store.orders) != 1 || len(store.events) != 1 {
				t.Error("the second order left a trace")
			}
		})
	}
}

func TestPlaceReportsAStoreWhichFails(t *testing.T) {
	down := errors.New("database down")
	if _, created, err := order.NewDesk(&ledger{failure: down}).Place(t.Context(), "key-1", draft()); !errors.Is(err, down) || created {
		t.Errorf("created = %v, error %v", created, err)
	}
	lost := &ledger{failure: order.ErrKeyUsed} // The key is taken, but its order cannot be found.
	if _, created, err := order.NewDesk(lost).Place(t.Context(), "key-1", draft()); err == nil || created {
		t.Errorf("created = %v, error %v", created, err)
	}
}

func TestValidation(t *testing.T) {
	line := func(isbn string, quantity, price int64) order.Line {
		return order.Line{ISBN: isbn, Quantity: quantity, UnitPrice: price}
	}
	const isbn, other = "9780134190440", "9780131103627"
	tests := map[string]struct {
		key    string
		change func(*order.Draft)
		fields []string // The fields which break a rule; none if the order is right.
	}{
		"key missing":           {"", nil, []string{"Idempotency-Key"}},
		"key too long":          {strings.Repeat("k", 256), nil, []string{"Idempotency-Key"}},
		"key longest":           {strings.Repeat("k", 255), nil, nil},
		"key with a space":      {"a b", nil, []string{"Idempotency-Key"}},
		"key outside ASCII":     {"clé", nil, []string{"Idempotency-Key"}},
		"customer missing":      {"k", func(d *order.Draft) { d.CustomerID = "" }, []string{"customer_id"}},
		"customer too long":     {"k", func(d *order.Draft) { d.CustomerID = strings.Repeat("c", 65) }, []string{"customer_id"}},
		"customer with a slash": {"k", func(d *order.Draft) { d.CustomerID = "a/b" }, []string{"customer_id"}},
		"currency unknown":      {"k", func(d *order.Draft) { d.Currency = "XXX" }, []string{"currency"}},
		"currency in lower":     {"k", func(d *order.Draft) { d.Currency = "eur" }, []string{"currency"}},
		"no lines":              {"k", func(d *order.Draft) { d.Lines = nil }, []string{"lines"}},
		"too many lines":        {"k", func(d *order.Draft) { d.Lines = make([]order.Line, 101) }, []string{"lines"}},
		"check digit":           {"k", func(d *order.Draft) { d.Lines[0].ISBN = "9780134190441" }, []string{"lines[0].isbn"}},
		"ISBN with hyphens":     {"k", func(d *order.Draft) { d.Lines[0].ISBN = "978-013419044" }, []string{"lines[0].isbn"}},
		"ISBN-10":               {"k", func(d *order.Draft) { d.Lines[0].ISBN = "0134190440" }, []string{"lines[0].isbn"}},
		"ISBN twice":            {"k", func(d *order.Draft) { d.Lines[1].ISBN = d.Lines[0].ISBN }, []string{"lines[1].isbn"}},
		"quantity zero":         {"k", func(d *order.Draft) { d.Lines[1].Quantity = 0 }, []string{"lines[1].quantity"}},
		"quantity negative":     {"k", func(d *order.Draft) { d.Lines[1].Quantity = -1 }, []string{"lines[1].quantity"}},
		"quantity too high":     {"k", func(d *order.Draft) { d.Lines[1].Quantity = 1000 }, []string{"lines[1].quantity"}},
		"price zero":            {"k", func(d *order.Draft) { d.Lines[0].UnitPrice = 0 }, []string{"lines[0].unit_price"}},
		"price negative":        {"k", func(d *order.Draft) { d.Lines[0].UnitPrice = -5 }, []string{"lines[0].unit_price"}},
		"largest total": {"k", func(d *order.Draft) {
			d.Lines = []order.Line{line(isbn, 1, math.MaxInt64-1), line(other, 1, 1)}
		}, nil},
		"line overflows": {"k", func(d *order.Draft) {
			d.Lines = []order.Line{line(isbn, 2, math.MaxInt64/2+1)}
		}, []string{"lines[0].unit_price"}},
		"sum overflows": {"k", func(d *order.Draft) {
			d.Lines = []order.Line{line(isbn, 1, math.MaxInt64), line(other, 1, 1)}
		}, []string{"lines[1].unit_price"}},
		"everything wrong": {"", func(d *order.Draft) {
			*d = order.Draft{Lines: []order.Line{{}}}
		}, []string{"Idempotency-Key", "customer_id", "currency", "lines[0].isbn", "lines[0].quantity"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			store := &ledger{}
			d := draft()
			if tt.change != nil {
				tt.change(&d)
			}
			_, _, err := order.NewDesk(store).Place(t.Context(), tt.key, d)

			var fields []string
			if invalid, ok := errors.AsType[*order.ValidationError](err); ok {
				for _, v := range invalid.Violations {
					fields = append(fields, v.Field)
					if !strings.Contains(err.Error(), v.Field+" "+v.Detail) {
						t.Errorf("error %q does not tell about %s", err, v.Field)
					}
				}
			} else if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(fields, tt.fields) {
				t.Errorf("fields = %v, want %v", fields, tt.fields)
			}
			if wantStored := tt.fields == nil; wantStored != (len(store.orders) == 1) {
				t.Errorf("%d orders stored", len(store.orders))
			}
		})
	}
}
