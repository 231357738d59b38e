package attachment_test

import (
	"errors"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/attachment"
	"tekojentori.fi/tori/internal/attachment/attachmenttest"
	"tekojentori.fi/tori/internal/fault"
)

func TestFilesAreHeldBackUntilTheyAreClean(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	b.files.Clamd = "127.0.0.1:1" // nobody is there
	if err := b.add("ohje.pdf", append(attachmenttest.PDF("puhdas"), make([]byte, 200<<10)...)); err != nil {
		t.Fatal(err)
	}
	clean := b.all()[0]
	if err := b.files.Process(t.Context(), clean.ID); err == nil {
		t.Error("a scan without a scanner succeeds")
	}
	if _, err := b.files.Open(t.Context(), b.owner, clean.ID, clean.File(0)); !errors.Is(err, fault.NotFound) || b.all()[0].State != attachment.Waiting {
		t.Errorf("before it is scanned it opens (%v) and is %s", err, b.all()[0].State)
	}
	b.files.Clamd = attachmenttest.Clamd(t).Addr
	if err := b.files.Process(t.Context(), clean.ID); err != nil || len(b.read(clean, clean.File(0))) < 200<<10 {
		t.Errorf("a clean file: %v", err)
	}
	for name, content := range map[string][]byte{"virus.pdf": attachmenttest.PDF(attachmenttest.Eicar), "virus.jpg": append(attachmenttest.JPEG(90, 90), attachmenttest.Eicar...)} {
		a := attachmenttest.Ready(t, b.files, b.owner, b.act, attachmenttest.File(name, content))
		if a.State != attachment.Rejected || a.Reason != attachment.Virus {
			t.Errorf("%s is %s (%s)", name, a.State, a.Reason)
		}
	}
	b.removeByJobs()
	if n := b.stored(); n != 1 {
		t.Errorf("%d files are kept, want the clean one", n)
	}
}

// What has waited for a day is taken up again.
func TestWhatWaitsLongIsTakenUpAgain(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	if err := b.add("kuva.jpg", attachmenttest.JPEG(90, 90)); err != nil {
		t.Fatal(err)
	}
	for _, sql := range []string{"DELETE FROM river_job", "UPDATE attachment SET created_at = now() - interval '25 hours'"} {
		if _, err := b.db.Exec(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.files.Sweep(t.Context()); err != nil {
		t.Fatal(err)
	}
	b.removeByJobs()
	if a := b.all()[0]; a.State != attachment.Ready || time.Since(a.CreatedAt) < 24*time.Hour {
		t.Errorf("it is %s", a.State)
	}
}
