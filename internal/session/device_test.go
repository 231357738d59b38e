package session_test

import (
	"testing"

	"tekojentori.fi/tori/internal/session"
)

func TestDeviceOf(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		userAgent string
		want      session.Device
	}{
		{"Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0", session.Device{"Firefox", "Windows"}},
		{"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0", session.Device{"Edge", "Windows"}},
		{"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15", session.Device{"Safari", "Mac"}},
		{"Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36", session.Device{"Chrome", "Android"}},
		{"Mozilla/5.0 (Linux; Android 14; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36", session.Device{"Samsung Internet", "Android"}},
		{"Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0 Mobile/15E148 Safari/604.1", session.Device{"Chrome", "iPhone"}},
		{"Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 OPR/120.0", session.Device{"Opera", "ChromeOS"}},
		{"curl/8.5.0", session.Device{}},
		{`<script>alert("Firefox")</script>`, session.Device{}},
		{"", session.Device{}},
	} {
		if got := session.DeviceOf(test.userAgent); got != test.want {
			t.Errorf("%q: %+v, want %+v", test.userAgent, got, test.want)
		}
	}
}
