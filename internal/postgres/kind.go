package postgres

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"slices"
	"strings"
	"syscall"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/puddle/v2"

	"tekojentori.fi/tori/internal/fault"
)

// The SQLSTATEs that have a meaning of their own here.
const (
	uniqueViolation      = "23505"
	foreignKeyViolation  = "23503"
	characterNotInSet    = "22021" // NUL or broken UTF-8 in a text
	tooLarge             = "54000" // for the index that it would stand in
	serializationFailure = "40001"
	deadlockDetected     = "40P01"
	adminShutdown        = "57P01"
	crashShutdown        = "57P02"
	readOnly             = "25006" // the primary has become a standby
)

// away begins the SQLSTATEs of a database that cannot do its work now but may
// later.
var away = []string{
	"08", // connection exception
	readOnly,
	"40001", // serialization failure, after all attempts
	"40P01", // deadlock, after all attempts
	"53",    // disk full, out of memory, too many connections
	"55P03", // lock not available
	"57014", // statement timeout
	"57P",   // shutdown, crash, starting up
	"58030", // I/O error
}

// kind adds the fault that a database error stands for.
func kind(err error) error {
	switch {
	case err == nil, known(err):
		return err
	case errors.Is(err, pgx.ErrNoRows):
		return fault.NotFound
	case state(err) == uniqueViolation:
		return fmt.Errorf("%w: %w", fault.Conflict, err)
	case state(err) == characterNotInSet:
		return fmt.Errorf("%w: %w", fault.BadRequest, err)
	case state(err) == tooLarge:
		return fmt.Errorf("%w: %w", fault.TooLarge, err)
	case unavailable(err):
		return fmt.Errorf("%w: %w", fault.Unavailable, err)
	}
	return err
}

// known reports whether err already carries a fault.
func known(err error) bool {
	return errors.Is(err, fault.NotFound) || errors.Is(err, fault.Conflict) ||
		errors.Is(err, fault.BadRequest) || errors.Is(err, fault.Unavailable) ||
		errors.Is(err, fault.Forbidden) || errors.Is(err, fault.TooLarge)
}

func unavailable(err error) bool {
	if code := state(err); code != "" {
		return slices.ContainsFunc(away, func(prefix string) bool { return strings.HasPrefix(code, prefix) })
	}
	return errors.Is(err, context.DeadlineExceeded) || connectFailed(err) || broken(err)
}

// connectFailed reports whether there was no connection to begin with.
func connectFailed(err error) bool {
	var connect *pgconn.ConnectError
	return errors.As(err, &connect) || errors.Is(err, puddle.ErrClosedPool)
}

// broken reports whether a connection that was open has been lost.
func broken(err error) bool {
	if err == nil || connectFailed(err) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return false
	}
	if code := state(err); code != "" {
		return code == adminShutdown || code == crashShutdown || strings.HasPrefix(code, "08")
	}
	var netErr net.Error
	return errors.As(err, &netErr) || pgconn.SafeToRetry(err) ||
		errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, net.ErrClosed) ||
		errors.Is(err, syscall.EPIPE) || errors.Is(err, syscall.ECONNRESET) || errors.Is(err, pgconn.ErrConnClosed)
}

// Referenced reports whether a row was not deleted because others point at it.
func Referenced(err error) bool { return state(err) == foreignKeyViolation }

// state is the SQLSTATE in err, or "".
func state(err error) string {
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return pg.Code
	}
	return ""
}
