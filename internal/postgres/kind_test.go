package postgres

import (
	"context"
	"errors"
	"fmt"
	"io"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"tekojentori.fi/tori/internal/fault"
)

func TestKind(t *testing.T) {
	t.Parallel()
	other := errors.New("other")
	code := func(c string) error { return fmt.Errorf("query: %w", &pgconn.PgError{Code: c}) }
	tests := []struct {
		name string
		err  error
		want error // nil: no fault
	}{
		{"no rows", pgx.ErrNoRows, fault.NotFound},
		{"unique", code("23505"), fault.Conflict},
		{"NUL in a text", code("22021"), fault.BadRequest},
		{"too long for its index", code("54000"), fault.TooLarge},
		{"check constraint", code("23514"), nil},
		{"syntax", code("42601"), nil},
		{"shutdown", code("57P01"), fault.Unavailable},
		{"starting up", code("57P03"), fault.Unavailable},
		{"too many connections", code("53300"), fault.Unavailable},
		{"disk full", code("53100"), fault.Unavailable},
		{"statement timeout", code("57014"), fault.Unavailable},
		{"serialization", code("40001"), fault.Unavailable},
		{"read-only", code("25006"), fault.Unavailable},
		{"deadline", context.DeadlineExceeded, fault.Unavailable},
		{"reader left", context.Canceled, nil},
		{"cut connection", io.ErrUnexpectedEOF, fault.Unavailable},
		{"anything else", other, nil},
		{"has a fault already", fmt.Errorf("x: %w", fault.Forbidden), fault.Forbidden},
	}
	faults := []error{fault.NotFound, fault.Conflict, fault.BadRequest, fault.Unavailable, fault.Forbidden, fault.TooLarge}
	for _, test := range tests {
		got := kind(test.err)
		for _, f := range faults {
			if errors.Is(got, f) != errors.Is(test.want, f) {
				t.Errorf("%s: %v, want %v", test.name, got, test.want)
			}
		}
	}
	if kind(nil) != nil {
		t.Error("no error became one")
	}
}

func TestPoolConfig(t *testing.T) {
	t.Parallel()
	config, err := poolConfig("postgres://h/d?statement_timeout=700&application_name=x", []Option{Name("y"), MaxConns(3)})
	if err != nil {
		t.Fatal(err)
	}
	params := config.ConnConfig.RuntimeParams
	if params["statement_timeout"] != "700" || params["application_name"] != "y" || params["random_page_cost"] != "1.1" || config.MaxConns != 3 {
		t.Errorf("params %v, %d connections", params, config.MaxConns)
	}
	if _, err := poolConfig("postgres://h/d?default_query_exec_mode=simple_protocol", nil); err == nil {
		t.Error("the simple protocol is accepted")
	}
}
