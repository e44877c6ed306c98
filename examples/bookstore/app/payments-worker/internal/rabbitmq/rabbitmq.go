// Package rabbitmq delivers order events from RabbitMQ.
package rabbitmq

import (
	"context"
	"errors"
	"fmt"
	"time"

	amqp "github.com/rabbitmq/amqp091-go"

	"github.com/org/bookstore/app/payments-worker/internal/worker"
)

// The names which the service uses on the broker. The order service publishes to Exchange.
const (
	Exchange   = "bookstore.events"
	RoutingKey = "order.placed"
	Queue      = "payments.orders"
	DeadQueue  = "payments.orders.dead"
)

const (
	dialTimeout = 5 * time.Second
	// deliveryLimit ends the loop of a message which no worker survives. It is far above what an
	// outage of the provider uses up.
	deliveryLimit = int32(1000)
)

// Broker is a [worker.Broker] on RabbitMQ.
type Broker struct {
	url      string
	prefetch int
}

// NewBroker returns the broker at url. A subscription has up to prefetch messages at the same time.
func NewBroker(url string, prefetch int) *Broker {
	return &Broker{url: url, prefetch: prefetch}
}

// Open implements [worker.Broker]. The AMQP client knows no contexts; timeouts bound it instead.
func (b *Broker) Open(context.Context) (worker.Subscription, error) {
	conn, err := amqp.DialConfig(b.url, amqp.Config{Dial: amqp.DefaultDial(dialTimeout)})
	if err != nil {
		return nil, fmt.Errorf("dial: %w", err)
	}
	deliveries, err := b.subscribe(conn)
	if err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return &subscription{conn: conn, deliveries: deliveries}, nil
}

func (b *Broker) subscribe(conn *amqp.Connection) (<-chan amqp.Delivery, error) {
	channel, err := conn.Channel()
	if err != nil {
		return nil, fmt.Errorf("open channel: %w", err)
	}
	// The first failure closes the channel, so the steps after it fail as well and do no harm.
	err = channel.ExchangeDeclare(Exchange, amqp.ExchangeTopic, true, false, false, false, nil)
	_, deadErr := channel.QueueDeclare(DeadQueue, true, false, false, false, amqp.Table{
		amqp.QueueTypeArg: amqp.QueueTypeQuorum,
	})
	_, queueErr := channel.QueueDeclare(Queue, true, false, false, false, amqp.Table{
		amqp.QueueTypeArg:           amqp.QueueTypeQuorum,
		"x-delivery-limit":          deliveryLimit,
		"x-dead-letter-exchange":    "",
		"x-dead-letter-routing-key": DeadQueue,
	})
	bindErr := channel.QueueBind(Queue, RoutingKey, Exchange, false, nil)
	qosErr := channel.Qos(b.prefetch, 0, false)
	deliveries, consumeErr := channel.Consume(Queue, "", false, false, false, false, nil)
	if err := errors.Join(err, deadErr, queueErr, bindErr, qosErr, consumeErr); err != nil {
		return nil, fmt.Errorf("subscribe: %w", err)
	}
	return deliveries, nil
}

type subscription struct {
	conn       *amqp.Connection
	deliveries <-chan amqp.Delivery
}

func (s *subscription) Next(ctx context.Context) (worker.Delivery, error) {
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case d, ok := <-s.deliveries:
		if !ok {
			return nil, amqp.ErrClosed
		}
		return delivery{d}, nil
	}
}

func (s *subscription) Close() {
	_ = s.conn.Close() // The broker delivers again what was not settled.
}

type delivery struct {
	message amqp.Delivery
}

func (d delivery) Body() []byte            { return d.message.Body }
func (d delivery) Ack() error              { return d.message.Ack(false) }
func (d delivery) Nack(requeue bool) error { return d.message.Nack(false, requeue) }
