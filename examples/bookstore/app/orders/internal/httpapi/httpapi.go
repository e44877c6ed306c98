// Package httpapi takes orders over HTTP.
package httpapi

import (
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"mime"
	"net/http"

	"github.com/org/bookstore/app/orders/internal/order"
)

const maxBody = 64 << 10

type api struct {
	desk *order.Desk
	log  *slog.Logger
}

// New returns the handler of the service. It answers POST /orders and GET /healthz.
func New(desk *order.Desk, log *slog.Logger) http.Handler {
	a := &api{desk: desk, log: log}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /orders", a.place)
	mux.HandleFunc("GET /healthz", a.healthz)
	return mux
}

func (a *api) place(w http.ResponseWriter, r *http.Request) {
	if mediaType, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || mediaType != "application/json" {
		a.problem(w, r, http.StatusUnsupportedMediaType, "the body must be application/json", nil)
		return
	}
	draft, err := decode(http.MaxBytesReader(w, r.Body, maxBody))
	if _, tooLarge := errors.AsType[*http.MaxBytesError](err); tooLarge {
		a.problem(w, r, http.StatusRequestEntityTooLarge, "the body must not exceed 64 KiB", nil)
		return
	}
	if err != nil {
		a.problem(w, r, http.StatusBadRequest, "the body is not one order in JSON: "+err.Error(), nil)
		return
	}
	o, created, err := a.desk.Place(r.Context(), r.Header.Get("Idempotency-Key"), draft)
	invalid, _ := errors.AsType[*order.ValidationError](err)
	switch {
	case invalid != nil:
		a.problem(w, r, http.StatusUnprocessableEntity, "the order breaks the rules listed in errors", invalid.Violations)
	case errors.Is(err, order.ErrKeyReused):
		a.problem(w, r, http.StatusUnprocessableEntity, "the idempotency key belongs to a different order", nil)
	case err != nil:
		a.log.ErrorContext(r.Context(), "order not placed", "error", err)
		a.problem(w, r, http.StatusInternalServerError, "the order is not confirmed; send it again with the same idempotency key", nil)
	case created:
		a.json(w, r, http.StatusCreated, "application/json", o)
	default:
		a.json(w, r, http.StatusOK, "application/json", o)
	}
}

func (a *api) healthz(w http.ResponseWriter, r *http.Request) {
	if _, err := w.Write([]byte("ok")); err != nil {
		a.log.WarnContext(r.Context(), "response not written", "error", err)
	}
}

// decode reads exactly one draft and nothing after it.
func decode(body io.Reader) (order.Draft, error) {
	decoder := json.NewDecoder(body)
	decoder.DisallowUnknownFields()
	var draft order.Draft
	if err := decoder.Decode(&draft); err != nil {
		return order.Draft{}, err
	}
	switch _, err := decoder.Token(); {
	case errors.Is(err, io.EOF):
		return draft, nil
	case err != nil:
		return order.Draft{}, err
	default:
		return order.Draft{}, errors.New("more data after the order")
	}
}

// problem is the body of an error response, after RFC 9457.
type problem struct {
	Title  string            `json:"title"`
	Status int               `json:"status"`
	Detail string            `json:"detail"`
	Errors []order.Violation `json:"errors,omitempty"`
}

func (a *api) problem(w http.ResponseWriter, r *http.Request, status int, detail string, violations []order.Violation) {
	a.json(w, r, status, "application/problem+json", problem{
		Title:  http.StatusText(status),
		Status: status,
		Detail: detail,
		Errors: violations,
	})
}

func (a *api) json(w http.ResponseWriter, r *http.Request, status int, contentType string, body any) {
	w.Header().Set("Content-Type", contentType)
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(body); err != nil {
		a.log.WarnContext(r.Context(), "response not written", "error", err)
	}
}
