// Package rabbitmq publishes events to RabbitMQ.
package rabbitmq

import (
	"context"
	"errors"
	"fmt"
	"time"

	amqp "github.com/rabbitmq/amqp091-go"

	"github.com/org/bookstore/app/orders/internal/outbox"
)

// Exchange is the durable topic exchange which receives the events; the routing key is their type.
const Exchange = "bookstore.events"

const dialTimeout = 5 * time.Second

// Publisher is an [outbox.Publisher] on a RabbitMQ broker. It connects when it first publishes, and
// again after a failure. It is not safe for concurrent use.
type Publisher struct {
	url     string
	conn    *amqp.Connection
	channel *amqp.Channel
	returns chan amqp.Return
}

// NewPublisher returns a publisher for the broker at url.
func NewPublisher(url string) *Publisher {
	return &Publisher{url: url}
}

// Publish implements [outbox.Publisher]. The broker must confirm the event and route it to at least
// one queue: an event without a queue would be lost.
func (p *Publisher) Publish(ctx context.Context, e outbox.Event) error {
	if p.channel == nil || p.channel.IsClosed() {
		if err := p.connect(); err != nil {
			return err
		}
	}
	if err := p.publish(ctx, e); err != nil {
		p.Close()
		return err
	}
	return nil
}

// Close ends the connection, if there is one.
func (p *Publisher) Close() {
	if p.conn != nil {
		_ = p.conn.Close() // Every confirmed event is safe with the broker.
	}
	p.conn, p.channel = nil, nil
}

func (p *Publisher) connect() error {
	p.Close()
	conn, err := amqp.DialConfig(p.url, amqp.Config{Dial: amqp.DefaultDial(dialTimeout)})
	if err != nil {
		return fmt.Errorf("dial: %w", err)
	}
	p.conn = conn
	channel, err := conn.Channel()
	if err != nil {
		return fmt.Errorf("open channel: %w", err)
	}
	if err := channel.Confirm(false); err != nil {
		return fmt.Errorf("turn confirmations on: %w", err)
	}
	if err := channel.ExchangeDeclare(Exchange, amqp.ExchangeTopic, true, false, false, false, nil); err != nil {
		return fmt.Errorf("declare exchange: %w", err)
	}
	p.channel, p.returns = channel, channel.NotifyReturn(make(chan amqp.Return, 1))
	return nil
}

func (p *Publisher) publish(ctx context.Context, e outbox.Event) error {
	const mandatory, immediate = true, false
	confirmation, err := p.channel.PublishWithDeferredConfirmWithContext(ctx, Exchange, e.Type, mandatory, immediate,
		amqp.Publishing{
			MessageId:    e.ID,
			Type:         e.Type,
			ContentType:  "application/json",
			DeliveryMode: amqp.Persistent,
			Body:         e.Payload,
		})
	if err != nil {
		return fmt.Errorf("send: %w", err)
	}
	acknowledged, err := confirmation.WaitContext(ctx)
	if err != nil {
		return fmt.Errorf("wait for the confirmation: %w", err)
	}
	if !acknowledged {
		return errors.New("the broker did not take the event")
	}
	select {
	case r := <-p.returns: // The broker sends a return before the confirmation.
		return fmt.Errorf("the broker returned the event: %s", r.ReplyText)
	default:
		return nil
	}
}
