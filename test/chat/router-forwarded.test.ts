import { expect, it } from "vitest";
import { createRouter } from "../../src/chat/router.ts";
import type { Table } from "../../src/chat/table.ts";
import type { Reader, Unit } from "../../src/core/ports.ts";
import { aPerson } from "../helpers/people.ts";

const from = { key: "k", surface: "slack", connection: "T1", externalId: "U1", at: 1 } as const;

/** What became of a forwarded message: which use case had it, and with which words. */
async function route(text: string) {
  const attach = (_: unknown, rest: string) => async () => ({ toast: `attach ${rest}` });
  const router = createRouter({
    ...{ read: {} as Reader, table: { intents: { attach } } as unknown as Table },
    onFile: async () => async () => ({}),
    onForwarded: async (_, { words, comment }) => {
      return async () => ({ toast: `forwarded ${words} / ${comment}` });
    },
  });
  const event = { ...from, kind: "message", text, forwarded: "Fine by us." } as const;
  const effect = await router(event, aPerson("per_ana"));
  return (await effect({} as Unit)).toast;
}

it.each([
  ["", "forwarded Fine by us. / "],
  ["Acme won", "forwarded Fine by us. / Acme won"],
  ["attach to Acme", "attach Acme: Fine by us."],
  ["附加到 Acme：", "attach Acme: Fine by us."],
])("takes a forwarded message with “%s” on top as %s", async (text, became) => {
  expect(await route(text)).toBe(became);
});
