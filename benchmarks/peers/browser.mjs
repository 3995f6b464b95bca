// A page in headless Chromium that shows the events and is panned: `browser.mjs vis|d3 FLAT`.
// A frame lasts from the change of what is shown until the page's layout has been done again and
// the next frame begins, which waits for no screen.
import { existsSync } from "node:fs";

import { chromium } from "playwright-core";

import { bundled } from "./bundling.mjs";
import { columns, serve, spread } from "./serving.mjs";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const FRAMES = 12;
const place = PLACES.find((one) => existsSync(one));
if (!place) throw new Error("Chromium is not installed");

const data = columns(process.argv[3]);
const events = [];
for (let i = 0; i < data.n; i++) {
  // Days along ten years, so that as many are in view as in ours.
  events.push([Math.floor((data.pixel[i] / 1024) * 3650) + (i % 4) / 4, data.lane[i] % 12]);
}
const page = await opened();
const shows = 'import { show } from "./pages.mjs"; globalThis.show = show;';
await page.addScriptTag({ content: await bundled(shows, "browser") });
await page.evaluate(([kind, all]) => globalThis.show(kind, all), [process.argv[2], events]);

await serve(async () => {
  const seconds = [];
  for (let n = 0; n < FRAMES; n++) seconds.push(await page.evaluate((at) => globalThis.pan(at), n));
  return spread(seconds);
});

async function opened() {
  const browser = await chromium.launch({
    executablePath: place,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync",
      "--disable-frame-rate-limit", "--disable-gpu-vsync"],
  });
  const shown = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  shown.setDefaultTimeout(600_000);
  await shown.setContent('<body style="margin:0"><div id="here"></div></body>');
  return shown;
}
