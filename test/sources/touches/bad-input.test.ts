import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { RetryLater } from "../../../src/core/errors.ts";
import { listen } from "../../../src/web/listen.ts";
import {
  type Intake,
  openIntake,
  origin,
  secretOf,
  start,
} from "../../emulators/sources/intake.ts";
import { type Sign, signs } from "../../emulators/sources/signing.ts";

let intake: Intake;
beforeEach(async () => {
  intake = await openIntake();
});
afterEach(() => intake.close());

const hour = 3_600_000;
const segment = signs.segment as Sign;
const collector = signs.web as Sign;

async function post(sign: Sign, body: unknown, extra: Record<string, string> = {}) {
  const { path, headers, body: text } = sign(JSON.stringify(body));
  const init = { method: "POST", headers: { ...headers, ...extra }, body: text };
  return intake.app.request(path, init);
}
const track = (set: object) => ({ type: "track", userId: "u1", event: "Searched", ...set });
const batch = (...messages: object[]) => post(segment, { batch: messages });
const only = async () => (await intake.touches())[0];

describe("names", () => {
  it("takes an event called like something every object has as any other", async () => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
    const events = names.map((event, at) => track({ messageId: `m${at}`, event }));
    expect((await batch(...events)).status).toBe(200);
    const touches = await intake.touches();
    expect(touches.map(({ type }) => type)).toEqual(names.map(() => "product.feature.used"));
    expect(touches.map(({ props }) => props.feature)).toEqual(names);
  });
});

describe("time", () => {
  it("keeps 1970 as history", async () => {
    await batch(track({ messageId: "m1", timestamp: "1970-01-02T00:00:00Z" }));
    expect(await only()).toMatchObject({ at: 86_400_000, receivedAt: start });
  });

  it("lets next year happen now, and keeps what was claimed", async () => {
    await batch(track({ messageId: "m1", timestamp: "2027-06-25T09:00:00Z" }));
    const claimedAt = Date.UTC(2027, 5, 25, 9);
    expect(await only()).toMatchObject({ at: start, props: { claimedAt } });
    expect(intake.counted).toContain("segment future 1");
  });

  it("takes a clock an hour ahead as it is", async () => {
    await batch(track({ messageId: "m1", timestamp: new Date(start + hour).toISOString() }));
    expect((await only())?.at).toBe(start + hour);
  });

  it("corrects a client whose clock is ahead by what its sentAt says", async () => {
    const at = (ms: number) => new Date(start + ms).toISOString();
    const message = track({ messageId: "m1", timestamp: at(5 * hour - 60_000) });
    await post(segment, { batch: [message], sentAt: at(5 * hour) });
    expect((await only())?.at).toBe(start - 60_000);
  });

  it("does not move a replay of yesterday to today", async () => {
    const at = (ms: number) => new Date(start + ms).toISOString();
    const message = track({ messageId: "m1", timestamp: at(-24 * hour - 60_000) });
    const yesterday = { batch: [message], sentAt: at(-24 * hour) };
    await post(segment, yesterday);
    await post(segment, yesterday);
    expect(await only()).toMatchObject({ at: start - 24 * hour - 60_000, receivedAt: start });
    expect(intake.counted).toContain("segment duplicate 1");
  });

  it("refuses a time that is none", async () => {
    const response = await batch(track({ timestamp: "yesterday" }));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      detail: 'Fix timestamp: "yesterday" is not a time in ISO 8601.',
    });
  });
});

describe("a batch with a bad message", () => {
  it("stores the others and says which was refused", async () => {
    const response = await batch(track({ messageId: "m1" }), { type: "track" }, { type: "dance" });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      success: true,
      refused: [{ index: 1 }, { index: 2 }],
    });
    expect(await intake.touches()).toHaveLength(1);
    expect(intake.counted).toContain("segment refused 2");
  });

  it("refuses a message over 32 KB, alone with 413", async () => {
    const large = track({ messageId: "m1", properties: { text: "x".repeat(33_000) } });
    expect((await batch(large)).status).toBe(413);
    expect((await batch(large, track({ messageId: "m2" }))).status).toBe(200);
    expect((await intake.touches()).map(({ props }) => props.feature)).toEqual(["Searched"]);
  });
});

describe("who may send", () => {
  it("switches a source without its secret off", async () => {
    await intake.close();
    intake = await openIntake({ without: ["segment"] });
    expect((await batch(track({}))).status).toBe(404);
  });

  it("takes the old and the new write key while they change", async () => {
    const authorization = `Basic ${Buffer.from("old-write-key:").toString("base64")}`;
    expect((await post(segment, { batch: [track({})] }, { authorization })).status).toBe(200);
  });

  it("answers a page of ours that asks first, and not others'", async () => {
    const ask = (from: string) =>
      intake.app.request("/collect", { method: "OPTIONS", headers: { origin: from } });
    expect((await ask(origin)).headers.get("access-control-allow-origin")).toBe(origin);
    expect(
      (await ask("https://evil.example")).headers.get("access-control-allow-origin"),
    ).toBeNull();
  });

  it("takes no page of another site, and no claim a page cannot make", async () => {
    const event = { id: "event-01", type: "page.view", at: start, props: {} };
    const told = { key: secretOf("web"), visitor: "visitor-1", sentAt: start, events: [event] };
    expect((await post(collector, told, { origin: "https://evil.example" })).status).toBe(401);
    const claim = { ...told, events: [{ ...event, type: "meeting.held" }] };
    expect((await post(collector, claim)).status).toBe(400);
    expect((await post(collector, told)).status).toBe(204);
  });

  it("answers Mailchimp's probe", async () => {
    for (const method of ["GET", "HEAD"]) {
      expect((await intake.app.request("/hooks/mailchimp", { method })).status).toBe(200);
    }
    expect((await intake.app.request("/hooks/hubspot")).status).toBe(404);
  });

  it("acknowledges Salesforce in its own words", async () => {
    const object = '<sObject xsi:type="sf:Lead"><Id>00Q</Id></sObject>';
    const body = `<E><Body><notifications><Notification><Id>1</Id>${object}</Notification></notifications></Body></E>`;
    const { path, headers } = (signs.salesforce as Sign)(body);
    const response = await intake.app.request(path, { method: "POST", headers, body });
    expect(response.headers.get("content-type")).toBe("text/xml");
    expect(await response.text()).toContain("<Ack>true</Ack>");
  });

  it("reads no XML that could expand", async () => {
    const body = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>';
    const { path, headers } = (signs.salesforce as Sign)(body);
    expect((await intake.app.request(path, { method: "POST", headers, body })).status).toBe(400);
  });
});

describe("well-known names", () => {
  it("become the touches the registry knows", async () => {
    await batch(
      track({ messageId: "m1", event: "Email Bounced" }),
      track({ messageId: "m2", event: "email.bounce" }),
    );
    const types = (await intake.touches()).map(({ type }) => type);
    expect(types).toEqual(["email.bounce", "email.bounce"]);
  });
});

describe("machines", () => {
  const marks = async () => (await intake.touches()).map(({ props }) => props.automated === true);

  it("marks crawlers by their user agent, and takes no sender's word for it", async () => {
    const crawler = { userAgent: "Mozilla/5.0 (compatible; Googlebot/2.1)" };
    await batch(
      track({ messageId: "m1", context: crawler }),
      track({ messageId: "m2", properties: { automated: true } }),
    );
    expect(await marks()).toEqual([true, false]);
    expect(intake.counted).toContain("segment automated 1");
  });

  it("marks what mail gateways open and click: too soon, or every link at once", async () => {
    const sent = start / 1_000 - 600;
    const mail = (id: string, ts: number, url: string) => ({
      event: "click",
      _id: id,
      ts,
      url: `https://x.example/${url}`,
      msg: { _id: id, ts: sent, email: "ana@acme.com" },
    });
    const soon = [mail("a", sent + 3, "1")];
    const burst = ["1", "2", "3"].map((link) => mail("b", sent + 300, link));
    const person = [mail("c", sent + 300, "1"), mail("c", sent + 400, "2")];
    const form = new URLSearchParams({
      mandrill_events: JSON.stringify([...soon, ...burst, ...person]),
    }).toString();
    const { path, headers } = (signs.mandrill as Sign)(form);
    await intake.app.request(path, { method: "POST", headers, body: form });
    expect(await marks()).toEqual([true, true, true, true, false, false]);
  });
});

describe("too much", () => {
  it("slows one visitor down and not the others", async () => {
    const send = (visitor: string, id: number) => {
      const event = { id: `event-${id}`.padEnd(10, "0"), type: "page.view", at: start, props: {} };
      return post(collector, { key: secretOf("web"), visitor, sentAt: start, events: [event] });
    };
    const statuses: number[] = [];
    for (let id = 0; id < 61; id += 1) statuses.push((await send("visitor-1", id)).status);
    expect(statuses.slice(0, 60).every((status) => status === 204)).toBe(true);
    const refused = await send("visitor-1", 99);
    expect([statuses[60], refused.status]).toEqual([429, 429]);
    expect(refused.headers.get("retry-after")).toBe("1");
    expect((await send("visitor-2", 1)).status).toBe(204);
  });

  it("unpacks no bomb", async () => {
    const { path, headers } = segment("");
    const packed = { ...headers, "content-encoding": "gzip" };
    const body = gzipSync(Buffer.alloc(50_000_000));
    const bomb = await intake.app.request(path, { method: "POST", headers: packed, body });
    expect(bomb.status).toBe(413);
    const broken = await intake.app.request(path, { method: "POST", headers: packed, body: "x" });
    expect(broken.status).toBe(400);
  });

  it.each(["content-length: 50000000", "transfer-encoding: chunked"])(
    "refuses 50 MB (%s) without reading it all",
    async (framing) => {
      const at = { host: "127.0.0.1", port: 0, variable: "HTTP_PORT" };
      const listener = await listen({ fetch: intake.app.fetch, ...at });
      const { answer, written } = await flood(listener.url, framing);
      expect(answer).toMatch(/^HTTP\/1.1 413 /);
      expect(written).toBeLessThan(10_000_000);
      await listener.close();
    },
  );
});

describe("a full disk", () => {
  it("says when to send again, and nothing is lost or counted", async () => {
    await intake.close();
    const full = {
      append: () => Promise.reject(new RetryLater("The disk is full.", { afterMs: 5_000 })),
    };
    intake = await openIntake({ events: full });
    const response = await batch(track({}));
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("5");
    expect(intake.counted).toEqual(["delivery segment busy"]);
  });
});

/** Sends 50 MB as fast as the other side takes them, until it answers. */
function flood(url: string, framing: string): Promise<{ answer: string; written: number }> {
  const { hostname, port } = new URL(url);
  const auth = Buffer.from("write-key-of-the-test:").toString("base64");
  const piece = "x".repeat(65_536);
  const chunk = framing.startsWith("transfer") ? `10000\r\n${piece}\r\n` : piece;
  return new Promise((resolve) => {
    let written = 0;
    let answer = "";
    const socket = connect(Number(port), hostname);
    const end = () => resolve({ answer, written });
    const push = () => {
      while (written < 50_000_000 && !answer && !socket.destroyed) {
        written += chunk.length;
        if (!socket.write(chunk)) return void socket.once("drain", push);
      }
    };
    socket.on("data", (data) => {
      answer += data.toString();
      socket.destroy();
    });
    socket.on("error", end);
    socket.on("close", end);
    socket.write(
      `POST /v1/batch HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nauthorization: Basic ${auth}\r\n${framing}\r\n\r\n`,
    );
    push();
  });
}
