package page

import "context"

type countingKey struct{}

// Counting lets the page say that whoever sees it is no reader; counts tells
// afterwards whether it did not.
func Counting(ctx context.Context) (_ context.Context, counts func() bool) {
	own := new(bool)
	return context.WithValue(ctx, countingKey{}, own), func() bool { return !*own }
}

// Uncount says that who sees the page runs the portal, or that the page is
// their own: it is not counted as read.
func Uncount(ctx context.Context) {
	if own, ok := ctx.Value(countingKey{}).(*bool); ok {
		*own = true
	}
}
