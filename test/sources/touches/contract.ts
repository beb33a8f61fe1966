// What every source of touches must do with what it is sent.
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Intake, openIntake, start } from "../../emulators/sources/intake.ts";
import type { Sample } from "../../emulators/sources/samples.ts";
import { type Request, type Sign, signs } from "../../emulators/sources/signing.ts";

/** Runs the contract for one delivery of one source. */
export function describeSource({ source, body, types, reordered, ages }: Sample): void {
  const sign = signs[source] as Sign;
  let intake: Intake;
  beforeEach(async () => {
    intake = await openIntake();
  });
  afterEach(() => intake.close());

  const send = ({ path, headers, body: text }: Request) =>
    intake.app.request(path, { method: "POST", headers, body: text });
  const typesNow = async () => (await intake.touches()).map(({ type }) => type).sort();

  describe(`${source}: ${types.join(", ") || "about nobody"}`, () => {
    it("stores a good delivery once, and its redelivery not again", async () => {
      expect((await send(sign(body))).ok).toBe(true);
      const first = await intake.touches();
      expect((await send(sign(body))).ok).toBe(true);
      expect(await typesNow()).toEqual(types);
      expect(await intake.touches()).toEqual(first);
      expect(first.every((touch) => touch.anonymousId && touch.source === source)).toBe(true);
      expect(first.every(({ receivedAt }) => receivedAt === start)).toBe(true);
    });

    it("does not mind the order of events", async () => {
      await send(sign(body));
      if (reordered) expect((await send(sign(reordered))).ok).toBe(true);
      expect(await typesNow()).toEqual(types);
    });

    it("refuses what is unsigned, whatever it says", async () => {
      const { path, headers } = sign(body);
      const bare = { "content-type": headers["content-type"] ?? "" };
      const response = await send({ path: path.split("?")[0] ?? "", headers: bare, body });
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ code: "unsigned", status: 401 });
      expect(await intake.touches()).toEqual([]);
      expect(intake.counted).toEqual([`delivery ${source} unsigned`]);
    });

    it("refuses what was changed on the way", async () => {
      const response = await send(tamper(sign(body)));
      expect(response.status).toBe(401);
      expect(await intake.touches()).toEqual([]);
    });

    if (ages)
      it("refuses a stale signature", async () => {
        const response = await send(sign(body, start - 301_000));
        expect(response.status).toBe(401);
        expect(await response.json()).toMatchObject({ code: "stale" });
        expect((await send(sign(body, start + 301_000))).status).toBe(401);
        expect(await intake.touches()).toEqual([]);
      });

    it("answers what it cannot read with 400 and a sentence", async () => {
      const broken = source === "web" ? `{"key":"web-key-of-the-test",` : "%7B";
      const response = await send(sign(broken));
      expect(response.status).toBe(400);
      const { code, detail } = (await response.json()) as { code: string; detail: string };
      expect(code).toBe("malformed");
      expect(detail).toMatch(/^[A-Z].+\.$/);
      expect(intake.counted).toEqual([`delivery ${source} malformed`]);
    });

    it("refuses too much and the wrong type before looking inside", async () => {
      const { path, headers } = sign("");
      const length = "50000000";
      const large = await send({
        path,
        headers: { ...headers, "content-length": length },
        body: "x",
      });
      expect(large.status).toBe(413);
      const typed = await send({
        path,
        headers: { ...headers, "content-type": "image/png" },
        body,
      });
      expect(typed.status).toBe(415);
      expect(intake.counted).toEqual([
        `delivery ${source} too_large`,
        `delivery ${source} wrong_type`,
      ]);
    });

    it("takes the same delivery packed with gzip", async () => {
      const { path, headers } = sign(body);
      const response = await intake.app.request(path, {
        method: "POST",
        headers: { ...headers, "content-encoding": "gzip" },
        body: gzipSync(body),
      });
      expect(response.ok).toBe(true);
      expect(await typesNow()).toEqual(types);
    });
  });
}

/** Another body under the same signature; where only a secret vouches, another secret. */
function tamper({ path, headers, body }: Request): Request {
  const { authorization, ...rest } = headers;
  if (path.includes("secret="))
    return { path: path.replace(/secret=\w/, "secret=_"), headers, body };
  if (path === "/collect") return { path, headers, body: body.replace("web-key", "wet-key") };
  if (authorization) return { path, headers: { ...rest, authorization: "Basic d3Jvbmc6" }, body };
  return { path, headers, body: body.replace(/\d/, (digit) => `${(Number(digit) + 1) % 10}`) };
}
