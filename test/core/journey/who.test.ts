import { describe, expect, it } from "vitest";
import { strangerOf, whoOf } from "../../../src/core/journey/who.ts";

describe("strangerOf", () => {
  it.each([
    [{ anonymousId: "cookie-1", email: "ana@acme.com" }, "cookie-1"],
    [{ email: "ana@acme.com", phone: "+491" }, "email:ana@acme.com"],
    [{ phone: "+491", externalIds: { user: "7" } }, "phone:+491"],
    [{ externalIds: { "zendesk.user": "84", "zendesk.ticket": "5" } }, "zendesk.user:84"],
    [{ domain: "acme.com" }, "domain:acme.com"],
    [{}, null],
  ])("names %j by the strongest name", (who, expected) => {
    expect(strangerOf(who)).toBe(expected);
  });
});

describe("whoOf", () => {
  it("finds what a source said about the person, or nothing", () => {
    expect(whoOf({ props: { who: { email: "ana@acme.com" } } })).toEqual({ email: "ana@acme.com" });
    expect(whoOf({ props: { who: "Ana" } })).toEqual({});
    expect(whoOf({ props: {} })).toEqual({});
  });
});
