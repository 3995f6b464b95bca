// Packages that are written for bundlers, bundled in memory with what they are not asked for left out.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const HERE = fileURLToPath(new URL(".", import.meta.url));

/** The text of a bundle of these lines. */
export async function bundled(lines, platform) {
  const made = await build({
    stdin: { contents: lines, resolveDir: HERE },
    bundle: true,
    write: false,
    format: platform === "node" ? "esm" : "iife",
    platform,
    logLevel: "error",
    loader: { ".css": "empty" },
  });
  return made.outputFiles[0].text;
}

/** A bundle as a module of Node. */
export async function imported(lines) {
  const folder = mkdtempSync(join(tmpdir(), "bundle-"));
  const file = join(folder, "bundle.mjs");
  writeFileSync(file, await bundled(lines, "node"));
  try {
    return await import(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
