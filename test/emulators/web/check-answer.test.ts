import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCheck } from "./check-answer.ts";
import { type OpenApp, openApp } from "./open-app.ts";

let opened: OpenApp;
beforeAll(async () => {
  opened = await openApp();
});
afterAll(() => opened.close());

describe("checking answers against the document", () => {
  const problem = { type: "about:blank", title: "x", status: 404, code: "x", detail: "x" };
  it.each([
    ["a status it does not name", 418, "application/json", {}],
    ["a type it does not name", 404, "application/json", problem],
    ["a body of another shape", 404, "application/problem+json", { ...problem, code: 5 }],
    ["a field it does not name", 404, "application/problem+json", { ...problem, more: 1 }],
  ])("finds %s", async (_, status, type, body) => {
    const check = await createCheck(opened.app);
    const answer = (text: unknown, as = type) =>
      new Response(JSON.stringify(text), { status, headers: { "content-type": as } });
    await expect(check("GET", "/api/v1/leads/led_1", answer(body))).rejects.toThrow();
  });

  it("lets pass what is promised", async () => {
    const check = await createCheck(opened.app);
    const headers = { "content-type": "application/problem+json" };
    const answer = new Response(JSON.stringify(problem), { status: 404, headers });
    await expect(check("GET", "/api/v1/leads/led_1", answer)).resolves.toBeUndefined();
  });
});
