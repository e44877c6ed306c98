package order

import (
	"fmt"
	"math"
	"strings"
)

const (
	maxKey      = 255
	maxCustomer = 64
	maxLines    = 100
	maxQuantity = 999
)

// Violation is one rule which a draft breaks.
type Violation struct {
	Field  string `json:"field"`
	Detail string `json:"detail"`
}

// ValidationError lists every rule which a draft breaks.
type ValidationError struct {
	Violations []Violation
}

func (e *ValidationError) Error() string {
	rules := make([]string, len(e.Violations))
	for i, v := range e.Violations {
		rules[i] = v.Field + " " + v.Detail
	}
	return "invalid order: " + strings.Join(rules, "; ")
}

func (e *ValidationError) add(field, detail string) {
	e.Violations = append(e.Violations, Violation{Field: field, Detail: detail})
}

// validate returns the total price of the draft, or every rule which the draft or its key breaks.
func validate(key string, draft Draft) (total int64, err error) {
	var broken ValidationError
	if !validKey(key) {
		broken.add("Idempotency-Key", "must be 1 to 255 visible ASCII characters")
	}
	if !validCustomer(draft.CustomerID) {
		broken.add("customer_id", "must be 1 to 64 letters, digits, hyphens or underscores")
	}
	if !validCurrency(draft.Currency) {
		broken.add("currency", "must be EUR, GBP or USD")
	}
	if n := len(draft.Lines); n < 1 || n > maxLines {
		broken.add("lines", "must hold 1 to 100 lines")
		return 0, &broken
	}
	seen := make(map[string]bool, len(draft.Lines))
	for i, line := range draft.Lines {
		field := fmt.Sprintf("lines[%d].", i)
		switch {
		case !validISBN(line.ISBN):
			broken.add(field+"isbn", "must be an ISBN-13 of 13 digits")
		case seen[line.ISBN]:
			broken.add(field+"isbn", "must not appear in an earlier line")
		}
		seen[line.ISBN] = true

		switch {
		case line.Quantity < 1 || line.Quantity > maxQuantity:
			broken.add(field+"quantity", "must be from 1 to 999")
		case line.UnitPrice < 1:
			broken.add(field+"unit_price", "must be at least 1 minor unit")
		case line.UnitPrice > (math.MaxInt64-total)/line.Quantity:
			broken.add(field+"unit_price", "must keep the total within 64 bits")
		default:
			total += line.Quantity * line.UnitPrice
		}
	}
	if len(broken.Violations) > 0 {
		return 0, &broken
	}
	return total, nil
}

func validKey(s string) bool {
	return len(s) >= 1 && len(s) <= maxKey && !strings.ContainsFunc(s, func(c rune) bool {
		return c <= ' ' || c > '~'
	})
}

func validCustomer(s string) bool {
	return len(s) >= 1 && len(s) <= maxCustomer && !strings.ContainsFunc(s, func(c rune) bool {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '-', c == '_':
			return false
		default:
			return true
		}
	})
}

func validCurrency(s string) bool {
	switch s {
	case "EUR", "GBP", "USD":
		return true
	default:
		return false
	}
}

// validISBN reports whether s is an ISBN-13, written as 13 digits, whose check digit is right.
func validISBN(s string) bool {
	if len(s) != 13 {
		return false
	}
	sum := 0
	for i, c := range []byte(s) {
		if c < '0' || c > '9' {
			return false
		}
		weight := 1 + 2*(i%2)
		sum += weight * int(c-'0')
	}
	return sum%10 == 0
}
