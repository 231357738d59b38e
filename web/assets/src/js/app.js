// The one script of every page. Everything works without it.
import "./live.js";
import "./form.js";
import "./files.js";
import "./page.js";
import "./suggest.js";
import "./session.js";
