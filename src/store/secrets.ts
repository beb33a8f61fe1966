// Secrets at rest: AES-256-GCM with a key of this installation, kept in a file that only its owner may read.
// It protects a copied database, not an archive of `backup` (the key is in it) nor a machine whose user reads the key.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Refused } from "../core/errors.ts";

/** Seals and opens short texts; each is bound to the id of what it belongs to, so that rows cannot be swapped. */
export type Secrets = {
  seal(plain: string, id: string): string;
  /** Throws Refused where the key is lost or another one, or where a byte was changed. */
  open(sealed: string, id: string): string;
};

const algorithm = "aes-256-gcm";
const keyBytes = 32;
/** The size NIST SP 800-38D recommends for GCM; random ones of it are safe for far more seals than we make. */
const nonceBytes = 12;
const version = "v1";

/** The secrets of a data folder. The key is made when the first secret is sealed. */
export function createSecrets(dataDir: string): Secrets {
  const file = join(dataDir, "secrets.key");
  return {
    seal(plain, id) {
      const key = readKey(file) ?? makeKey(file);
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(id));
      const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
      const parts = [nonce, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url"));
      return [version, nameOf(key), ...parts].join(".");
    },
    open(sealed, id) {
      const [format, name, ...parts] = sealed.split(".");
      const [nonce, tag, text] = parts.map((part) => Buffer.from(part, "base64url"));
      if (format !== version || !nonce || !tag || !text) throw changed();
      const key = readKey(file);
      if (!key) throw new Refused("secrets.no-key", `${file} is missing. ${again}`);
      if (nameOf(key) !== name) {
        throw new Refused(
          "secrets.other-key",
          `${file} is not the key this was stored with. ${again}`,
        );
      }
      return decipher({ key, nonce, tag, text, id });
    },
  };
}

type Sealed = Record<"key" | "nonce" | "tag" | "text", Buffer> & { id: string };

function decipher({ key, nonce, tag, text, id }: Sealed): string {
  try {
    const options = { authTagLength: 16 };
    const opener = createDecipheriv(algorithm, key, nonce, options).setAAD(Buffer.from(id));
    return Buffer.concat([opener.setAuthTag(tag).update(text), opener.final()]).toString("utf8");
  } catch {
    throw changed();
  }
}

const again = "Put the key back from a backup of that file, or connect again.";

function changed(): Refused {
  return new Refused("secrets.changed", "What is stored was changed. Connect again.");
}

/** A few letters that tell one key from another and nothing about it. */
function nameOf(key: Buffer): string {
  return createHash("sha256").update("ringside").update(key).digest("base64url").slice(0, 8);
}

function readKey(file: string): Buffer | undefined {
  if (!existsSync(file)) return undefined;
  const key = Buffer.from(readFileSync(file, "utf8").trim(), "base64");
  if (key.byteLength === keyBytes) return key;
  throw new Refused("secrets.bad-key", `${file} holds no key. ${again}`);
}

/** Never over another: that would lose everything sealed before. */
function makeKey(file: string): Buffer {
  const key = randomBytes(keyBytes);
  writeFileSync(file, `${key.toString("base64")}\n`, { mode: 0o600, flag: "wx", flush: true });
  return key;
}
