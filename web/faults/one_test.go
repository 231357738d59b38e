package faults

import (
	"testing"
)

// One portal goes through what does not need its end.
func TestOnePortalInTrouble(t *testing.T) {
	mails := newMailServer(t)
	metrics := freeAddress(t)
	p := newPortal(t, "DATABASE_URL="+demo.URL(t), "SMTP_URL="+mails.url(), "METRICS_ADDR="+metrics)
	t.Run("metrics", func(t *testing.T) { p.testMetrics(t, metrics) })
	t.Run("mails", func(t *testing.T) { p.testMails(t, mails) })
	t.Run("parallel deeds", p.testParallelDeeds)
	t.Run("overload", p.testOverload)
}
