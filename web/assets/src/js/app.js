// The one script of every page. Everything works without it.
import "./live.js";
import "./form.js";
import "./page.js";
