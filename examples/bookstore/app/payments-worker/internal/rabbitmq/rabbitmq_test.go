package rabbitmq

import (
	"context"
	"errors"
	"fmt"
	"testing"

	amqp "github.com/rabbitmq/amqp091-go"
)

// channel is an [amqp.Acknowledger] which notes what the broker would be told.
type channel struct {
	told string
}

func (c *channel) Ack(tag uint64, multiple bool) error {
	c.told = fmt.Sprintf("ack %d, multiple %t", tag, multiple)
	return nil
}

func (c *channel) Nack(tag uint64, multiple, requeue bool) error {
	c.told = fmt.Sprintf("nack %d, multiple %t, requeue %t", tag, multiple, requeue)
	return nil
}

func (c *channel) Reject(uint64, bool) error { return errors.New("not used") }

func TestDeliveriesAreSettledOneByOne(t *testing.T) {
	broker := &channel{}
	deliveries := make(chan amqp.Delivery, 1)
	deliveries <- amqp.Delivery{Acknowledger: broker, DeliveryTag: 7, Body: []byte("order")}

	d, err := (&subscription{deliveries: deliveries}).Next(t.Context())
	if err != nil || string(d.Body()) != "order" {
		t.Fatalf("delivery %v, error %v", d, err)
	}
	if err := d.Ack(); err != nil || broker.told != "ack 7, multiple false" {
		t.Errorf("Ack: told %q, error %v", broker.told, err)
	}
	if err := d.Nack(false); err != nil || broker.told != "nack 7, multiple false, requeue false" {
		t.Errorf("Nack: told %q, error %v", broker.told, err)
	}
	if err := d.Nack(true); err != nil || broker.told != "nack 7, multiple false, requeue true" {
		t.Errorf("Nack: told %q, error %v", broker.told, err)
	}
}

func TestNextEndsWithItsContextAndItsSubscription(t *testing.T) {
	deliveries := make(chan amqp.Delivery)
	s := &subscription{deliveries: deliveries}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Next(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("Next = %v, want context.Canceled", err)
	}
	close(deliveries)
	if _, err := s.Next(t.Context()); !errors.Is(err, amqp.ErrClosed) {
		t.Errorf("Next = %v, want amqp.ErrClosed", err)
	}
}
