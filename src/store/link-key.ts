// The key that links to pages are signed with: 32 random bytes under data/, readable by its owner alone.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Refused } from "../core/errors.ts";

const keyBytes = 32;

/** Made when it is first asked for. Deleting the file ends every link there is. Throws Refused `links.bad-key`. */
export function readLinkKey(dataDir: string): Buffer {
  const file = join(dataDir, "links.key");
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    const made = randomBytes(keyBytes).toString("base64");
    writeFileSync(file, `${made}\n`, { mode: 0o600, flag: "wx", flush: true });
  }
  const key = Buffer.from(readFileSync(file, "utf8").trim(), "base64");
  if (key.byteLength === keyBytes) return key;
  const todo = "Delete it and start again: links sent so far stop working, nothing else is lost.";
  throw new Refused("links.bad-key", `${file} holds no key. ${todo}`);
}
