package account

import (
	"crypto/rand"
	"encoding/base32"
	"net/url"
	"strings"
	"time"

	"github.com/pquerna/otp/hotp"

	"tekojentori.fi/tori/internal/secret"
)

// A code of an app lasts thirty seconds, and clocks may differ by as much.
const (
	step      = 30 * time.Second
	skew      = 1
	secretLen = 20 // bytes, as RFC 4226 asks
)

var base32Text = base32.StdEncoding.WithPadding(base32.NoPadding)

// stepOf is the step of a code at a time, or 0 if it is the code of none.
func stepOf(secret []byte, code string, at time.Time) int64 {
	now, text := at.Unix()/int64(step.Seconds()), base32Text.EncodeToString(secret)
	for n := now - skew; n <= now+skew; n++ {
		if hotp.Validate(code, uint64(n), text) {
			return n
		}
	}
	return 0
}

// digits is a code as it was typed, without the spaces between.
func digits(typed string) string { return strings.Join(strings.Fields(typed), "") }

// An Enrolment is what a person gives to their app.
type Enrolment struct {
	Secret string // to type, in groups of four
	URL    string // to scan
}

func enrolment(secret []byte, email string) Enrolment {
	text := base32Text.EncodeToString(secret)
	return Enrolment{Secret: grouped(text), URL: (&url.URL{
		Scheme: "otpauth", Host: "totp", Path: "/Tekojen tori:" + email,
		RawQuery: "secret=" + text + "&issuer=" + url.PathEscape("Tekojen tori"),
	}).String()}
}

// Recovery codes are long enough to be stored by their digests.
const (
	recoveryCodes = 10
	recoveryLen   = 16 // characters of base32: 80 bits
)

// newRecoveryCode is as A2BC-D3EF-….
func newRecoveryCode() string {
	return strings.ReplaceAll(grouped(rand.Text()[:recoveryLen]), " ", "-")
}

// recoveryDigest is how a code is stored, however it was typed.
func recoveryDigest(typed string) []byte {
	return secret.Digest(strings.ToUpper(strings.NewReplacer(" ", "", "-", "").Replace(typed)))
}

func grouped(s string) string {
	var b strings.Builder
	for i, r := range s {
		if i > 0 && i%4 == 0 {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
	}
	return b.String()
}
