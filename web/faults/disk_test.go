package faults

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"mime/multipart"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/attachment/attachmenttest"
)

// smallDisk is a folder on a disk of its own, and what fills and frees it.
func smallDisk(t *testing.T, megabytes int) (folder string, fill, free func()) {
	t.Helper()
	folder = filepath.Join(workshop, strings.ReplaceAll(t.Name(), "/", "-")+"-disk")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", fmt.Sprintf("size=%dm,mode=0755", megabytes), "tmpfs", folder).CombinedOutput(); err != nil {
		t.Skipf("skipped: a disk of its own can be made only by root with the right to mount: %s", out)
	}
	t.Cleanup(func() {
		if out, err := exec.Command("umount", folder).CombinedOutput(); err != nil {
			t.Errorf("unmount the disk: %s", out)
		}
	})
	ballast := filepath.Join(folder, "ballast")
	fill = func() {
		_ = os.WriteFile(ballast, make([]byte, megabytes<<20), 0o600) // an error means that it is full
	}
	free = func() {
		if err := os.Remove(ballast); err != nil {
			t.Error(err)
		}
	}
	return folder, fill, free
}

// The disk of the files is full: whoever adds a picture is told so and keeps
// the text, which can be saved and sent without it; no half file stays. Once
// there is room, the picture is taken.
func TestDiskOfFilesFull(t *testing.T) {
	folder, fill, free := smallDisk(t, 4)
	p := newPortal(t, "DATABASE_URL="+demo.URL(t), "BLOB_URL=file://"+filepath.Join(folder, "files"), "TMPDIR="+folder)
	who := p.signIn("ilmoittaja@example.fi")
	d := newDraft(0)
	if !who.writes(d) {
		t.Fatal("the act cannot be written")
	}
	fill()
	const name = "Ville Vallaton"
	r := who.attach(d, name)
	if r.status != http.StatusUnprocessableEntity || !strings.Contains(r.body, "kierros.jpg") || !strings.Contains(r.body, "Tekstit ovat tallessa") || !strings.Contains(r.body, name) {
		t.Errorf("adding a picture: %d; the picture is named %t, its fate %t, the text kept %t", r.status,
			strings.Contains(r.body, "kierros.jpg"), strings.Contains(r.body, "Tekstit ovat tallessa"), strings.Contains(r.body, name))
	}
	if left := files(t, folder); len(left) > 1 {
		t.Errorf("half files stay: %v", left)
	}
	if page := who.get(d.path + "/yhteystiedot"); !strings.Contains(page.body, name) {
		t.Error("the text sent with the picture was not saved")
	}
	free()
	if r := who.attach(d, name); r.status != http.StatusSeeOther {
		t.Errorf("adding the picture once there is room: %d", r.status)
	}
	fill()
	other := newDraft(1)
	if !who.sendIn(other) {
		t.Error("an act without files cannot be sent while their disk is full")
	}
	free()
}

// attach adds a picture on the step with the contact.
func (p *person) attach(d *draft, name string) reply {
	p.t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	for field, value := range map[string]string{"version": versionOf(p.get(d.path + "/yhteystiedot")), "contact_name": name, "action": "attach"} {
		if err := form.WriteField(field, value); err != nil {
			p.t.Fatal(err)
		}
	}
	file, err := form.CreateFormFile("files", "kierros.jpg")
	if err != nil {
		p.t.Fatal(err)
	}
	_, _ = file.Write(attachmenttest.JPEG(1200, 900)) // a buffer takes everything
	_ = form.Close()
	req, err := http.NewRequestWithContext(context.Background(), http.MethodPost, p.base+d.path+"/liitteet", &body)
	if err != nil {
		p.t.Fatal(err)
	}
	req.Header.Set("Content-Type", form.FormDataContentType())
	return answer(p.client, req, time.Now())
}

// files is what lies below a folder.
func files(t *testing.T, folder string) []string {
	t.Helper()
	var all []string
	err := fs.WalkDir(os.DirFS(folder), ".", func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			all = append(all, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// The disk of the private database is full: what cannot be kept is not
// thanked for, readers read on, and once there is room everything is sent by
// pressing again.
func TestDiskOfDatabaseFull(t *testing.T) {
	folder, fill, free := smallDisk(t, 400)
	p := newPortal(t, "DATA_DIR="+filepath.Join(folder, "data"))
	who := p.signIn("ilmoittaja@example.fi")
	all := drafts(30)
	crowd(who, all[:2], 2, nothing)
	fill()
	crowd(who, all, 8, nothing)
	refused := 0
	for _, d := range all {
		if !d.thanked {
			refused++
		}
	}
	r := who.post("/ilmoita-teko", url.Values{"form_key": {newDraft(99).key}, "organization": {"Limingan kunta"}})
	if refused < len(all)/2 || r.status != http.StatusServiceUnavailable || !strings.Contains(r.body, "Kirjoittamasi säilyy") {
		t.Errorf("%d of %d refused while the disk is full; one more: %d %.200s", refused, len(all), r.status, r.body)
	}
	if r := get(p.url + "/tekojen-tori"); r.status != http.StatusOK {
		t.Errorf("the list while the disk is full: %d", r.status)
	}
	free()
	p.await(http.StatusOK, time.Minute)
	crowd(who, all, 8, nothing)
	mine := who.get("/omat-teot").body
	for _, d := range all {
		if n := strings.Count(mine, d.title+"<"); n != 1 || !d.thanked {
			t.Errorf("%s, thanked %t, stands %d times among the acts of its writer", d.title, d.thanked, n)
		}
	}
}
