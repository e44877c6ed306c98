package rabbitmq_test

import (
	"net"
	"sync"
	"testing"

	"github.com/org/bookstore/app/orders/internal/outbox"
	"github.com/org/bookstore/app/orders/internal/rabbitmq"
)

func TestPublishDialsAgainAfterTheBrokerHangsUp(t *testing.T) {
	ln, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	var dials int
	var broker sync.WaitGroup
	broker.Go(func() {
		for {
			conn, err := ln.Accept()
			if err != nil {
				return
			}
			dials++
			_ = conn.Close()
		}
	})
	publisher := rabbitmq.NewPublisher("amqp://" + ln.Addr().String())
	defer publisher.Close()

	for range 2 {
		if err := publisher.Publish(t.Context(), outbox.Event{ID: "event-1", Type: "order.placed"}); err == nil {
			t.Error("Publish = nil without a broker")
		}
	}
	if err := ln.Close(); err != nil {
		t.Error(err)
	}
	broker.Wait()
	if dials != 2 {
		t.Errorf("dialled %d times, want once per event", dials)
	}
}
