import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shownProps } from "../../../../src/core/customers/graph/shown-props.ts";

describe("shownProps", () => {
  it("shows plain values and leaves out ids, objects and nothing", () => {
    const props = { page: "pricing", dwellSeconds: 130, automated: false, recordId: "7" };
    const more = { who: { email: "a@b.example" }, empty: " ", title: null };
    expect(shownProps({ ...props, ...more })).toEqual([
      ["page", "pricing"],
      ["dwellSeconds", "130"],
    ]);
  });

  it("cuts addresses off after the path, and who signs in with them", () => {
    const url = "https://me:pw@a.example/pricing?token=abc#x";
    expect(shownProps({ url })).toEqual([["url", "https://a.example/pricing"]]);
  });

  it("leaves out what is called a secret, whatever it holds", () => {
    const names = [
      "apiKey",
      "access_token",
      "password",
      "sessionKey",
      "Authorization",
      "ip",
      "otp",
    ];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.string(), (name, value) => {
        expect(shownProps({ [name]: value })).toEqual([]);
      }),
    );
  });

  it("leaves out keys and hashes under any name", () => {
    const jwt = "eyJhbGciOiJIUzI1NiJ9eyJzdWIiOiIxMjM0NTY3ODkwIn0";
    expect(shownProps({ extra: jwt, hash: "a".repeat(64) })).toEqual([]);
  });
});
