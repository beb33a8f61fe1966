import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSecrets } from "../../src/store/secrets.ts";
import { newFolder } from "../helpers/records.ts";

const secret = "xoxb-a-secret";

describe("sealed secrets", () => {
  it("open again as they were, whatever was sealed", () => {
    const secrets = createSecrets(newFolder());
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), (plain, id) => {
        expect(secrets.open(secrets.seal(plain, id), id)).toBe(plain);
      }),
    );
  });

  it("open in a later process", () => {
    const folder = newFolder();
    const sealed = createSecrets(folder).seal(secret, "cnx_1");
    expect(createSecrets(folder).open(sealed, "cnx_1")).toBe(secret);
  });

  it("do not look alike when the same is sealed twice", () => {
    const secrets = createSecrets(newFolder());
    expect(secrets.seal(secret, "cnx_1")).not.toBe(secrets.seal(secret, "cnx_1"));
  });

  it("do not open for another id", () => {
    const secrets = createSecrets(newFolder());
    const sealed = secrets.seal(secret, "cnx_1");
    expect(() => secrets.open(sealed, "cnx_2")).toThrow("was changed");
  });

  it("do not open when a single character is another", () => {
    const secrets = createSecrets(newFolder());
    const sealed = secrets.seal(secret, "cnx_1");
    const changed = fc.integer({ min: 0, max: sealed.length - 1 }).map((at) => {
      const letter = sealed[at] === "A" ? "B" : "A";
      return `${sealed.slice(0, at)}${letter}${sealed.slice(at + 1)}`;
    });
    // The last character of base64 carries bits that mean nothing.
    const means = (text: string) =>
      text
        .split(".")
        .map((part) => Buffer.from(part, "base64url").toString("hex"))
        .join();
    fc.assert(
      fc.property(changed, (text) => {
        fc.pre(means(text) !== means(sealed));
        expect(() => secrets.open(text, "cnx_1")).toThrow();
      }),
    );
  });

  it("say that the key is another one", () => {
    const sealed = createSecrets(newFolder()).seal(secret, "cnx_1");
    const elsewhere = createSecrets(newFolder());
    elsewhere.seal("something", "cnx_9");
    expect(() => elsewhere.open(sealed, "cnx_1")).toThrow("is not the key");
  });

  it("say that the key is lost, and make no other", () => {
    const sealed = createSecrets(newFolder()).seal(secret, "cnx_1");
    const folder = newFolder();
    expect(() => createSecrets(folder).open(sealed, "cnx_1")).toThrow("secrets.key is missing");
    expect(() => statSync(join(folder, "secrets.key"))).toThrow();
  });

  it("do not replace a key file that cannot be read", () => {
    const folder = newFolder();
    writeFileSync(join(folder, "secrets.key"), "half a key");
    expect(() => createSecrets(folder).seal(secret, "cnx_1")).toThrow("holds no key");
  });

  it("have a key that only its owner may read", () => {
    const folder = newFolder();
    createSecrets(folder).seal(secret, "cnx_1");
    expect(statSync(join(folder, "secrets.key")).mode & 0o777).toBe(0o600);
  });
});
