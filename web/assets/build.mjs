// Makes dist from src: one hashed stylesheet, hashed modules, fonts, the
// icon sprite, and the Go file that knows their names. The same input gives
// the same bytes. With --check it builds beside and compares.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync, gzipSync } from "node:zlib";
import * as esbuild from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const src = join(here, "src");
const modules = join(here, "node_modules");
const check = process.argv.includes("--check");
const dist = check ? mkdtempSync(join(tmpdir(), "tori-dist-")) : join(here, "dist");

// The component files of Designsystemet that the portal uses, in the
// package's own order; [layer, file].
const components = [
  ["base", "base"], ["base", "heading"], ["base", "label"], ["base", "paragraph"], ["base", "validation-message"],
  ["components", "button"], ["components", "input"], ["components", "field"], ["components", "fieldset"],
  ["components", "alert"], ["components", "tag"], ["components", "error-summary"], ["components", "table"],
];
const fonts = {
  "hanken-latin.woff2": "hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2",
  "hanken-latin-ext.woff2": "hanken-grotesk/files/hanken-grotesk-latin-ext-wght-normal.woff2",
  "inter-latin-ext.woff2": "inter/files/inter-latin-ext-wght-normal.woff2",
};
const names = {}; // logical name → hashed name

function put(name, bytes) {
  bytes = Buffer.from(bytes);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  const dot = name.lastIndexOf(".");
  const hashed = `${name.slice(0, dot)}.${hash}${name.slice(dot)}`;
  writeFileSync(join(dist, hashed), bytes);
  if (/\.(css|js|svg)$/.test(name)) {
    const brotli = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    writeFileSync(join(dist, hashed + ".br"), brotliCompressSync(bytes, { params: brotli }));
    writeFileSync(join(dist, hashed + ".gz"), gzipSync(bytes, { level: 9 }));
  }
  names[name] = hashed;
}

// without drops every block that begins with head.
function without(css, head) {
  for (let at = css.indexOf(head); at >= 0; at = css.indexOf(head)) {
    let i = css.indexOf("{", at);
    for (let depth = 0; ; i++) {
      depth += (css[i] === "{") - (css[i] === "}");
      if (depth === 0) break;
    }
    css = css.slice(0, at) + css.slice(i + 1);
  }
  return css;
}

// theme is our colours, sizes and types as Designsystemet's tools make them,
// less the schemes that <html data-color-scheme="auto"> never uses.
function theme() {
  const tmp = mkdtempSync(join(tmpdir(), "tori-theme-"));
  cpSync(join(src, "designsystemet.config.json"), join(tmp, "designsystemet.config.json"));
  const run = (...args) => execFileSync(process.execPath, [join(modules, "@digdir/designsystemet/dist/bin/designsystemet.js"), ...args], { cwd: tmp, stdio: ["ignore", "ignore", "inherit"] });
  run("tokens", "create");
  run("tokens", "build");
  let css = readFileSync(join(tmp, "design-tokens-build/tori.css"), "utf8");
  rmSync(tmp, { recursive: true });
  css = without(css, "@layer ds.theme.typography.secondary");
  css = without(css, "@media (prefers-color-scheme: light)");
  css = without(css, '[data-color-scheme="dark"]');
  return css.replace('@charset "UTF-8";', "");
}

async function css() {
  const pkg = join(modules, "@digdir/designsystemet-css/dist/src");
  const parts = components.map(([layer, file]) => `@layer ds.${layer}{${readFileSync(join(pkg, file + ".css"), "utf8")}}`);
  const own = await esbuild.build({ entryPoints: [join(src, "app.css")], bundle: true, write: false });
  const face = readFileSync(join(src, "css/fonts.css"), "utf8").replace(/asset:([\w.-]+)/g, (_, name) => names[name]);
  const all = ["@layer ds.theme, ds.base, ds.elements, ds.components, tori;", face, theme(), ...parts, own.outputFiles[0].text].join("\n");
  const out = await esbuild.transform(all, { loader: "css", minify: true, target: ["chrome111", "firefox115", "safari16.4"], legalComments: "none" });
  return out.code;
}

async function js(name) {
  const out = await esbuild.build({ entryPoints: [join(src, "js", name)], bundle: true, minify: true, write: false, format: "esm", target: "es2022" });
  return out.outputFiles[0].contents;
}

function sprite() {
  const symbols = JSON.parse(readFileSync(join(src, "icons.json"), "utf8")).map((name) => {
    const svg = readFileSync(join(modules, "lucide-static/icons", name + ".svg"), "utf8");
    const body = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>")).replace(/\s*\n\s*/g, "").replace(/ \/>/g, "/>");
    return `<symbol id="${name}" viewBox="0 0 24 24">${body}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`;
}

function goNames() {
  const lines = Object.keys(names).sort().map((n) => `\tcase ${JSON.stringify(n)}:\n\t\treturn ${JSON.stringify(names[n])}\n`);
  return `// Code generated by build.mjs. DO NOT EDIT.\n\npackage assets\n\n// hashed is the file in dist that holds name, "" if none does.\nfunc hashed(name string) string {\n\tswitch name {\n${lines.join("")}\t}\n\treturn ""\n}\n`;
}

// differences is what a fresh build has otherwise than the committed one.
// Compressed files are compared by what is in them: versions of Node differ.
function differences(kept, fresh) {
  const content = (dir, f) => {
    const b = readFileSync(join(dir, f));
    return f.endsWith(".br") ? brotliDecompressSync(b) : f.endsWith(".gz") ? gunzipSync(b) : b;
  };
  const a = readdirSync(kept), b = readdirSync(fresh);
  return [...new Set([...a, ...b])].filter((f) => !a.includes(f) || !b.includes(f) || !content(kept, f).equals(content(fresh, f)));
}

if (!check) rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
for (const [name, file] of Object.entries(fonts)) put(name, readFileSync(join(modules, "@fontsource-variable", file)));
for (const f of readdirSync(join(src, "icons")).sort()) put(f, readFileSync(join(src, "icons", f)));
put("icons.svg", sprite());
put("app.css", await css());
put("app.js", await js("app.js"));
put("write.js", await js("write.js"));
put("keys.js", await js("keys.js"));
put("passkey.js", await js("passkey.js"));
writeFileSync(join(dist, "manifest.json"), JSON.stringify(names, Object.keys(names).sort(), 1) + "\n");
if (check) {
  const other = differences(join(here, "dist"), dist);
  if (readFileSync(join(here, "names.go"), "utf8") !== goNames()) other.push("names.go");
  rmSync(dist, { recursive: true });
  if (other.length) { console.error("not what src makes, run make assets:", other.join(" ")); process.exit(1); }
} else {
  writeFileSync(join(here, "names.go"), goNames());
  for (const f of readdirSync(dist).sort()) if (f.endsWith(".br") || f.endsWith("woff2")) console.log(String(readFileSync(join(dist, f)).length).padStart(7), f);
}
