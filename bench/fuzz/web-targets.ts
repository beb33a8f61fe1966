// Everything that listens: each source's webhook, signed as that source signs, and the API with a key that may all.
import { groupBy } from "../../src/core/group-by.ts";
import { openIntake } from "../../test/emulators/sources/intake.ts";
import { samples } from "../../test/emulators/sources/samples.ts";
import { signs } from "../../test/emulators/sources/signing.ts";
import { openApp } from "../../test/emulators/web/open-app.ts";
import type { Target } from "./target.ts";

/** An answer of 500 or more, which nobody may be able to cause. */
class ServerError extends Error {}

async function must(answer: Response | Promise<Response>): Promise<void> {
  const { status } = await answer;
  if (status >= 500) throw new ServerError(`answered ${status}`);
}

const calls = [
  'POST /api/v1/leads\n{"title":"Ada","email":"ada@acme.example","company":"Acme","budget":12}',
  'POST /api/v1/leads/batch\n{"leads":[{"title":"Ada"},{"title":"Bo"}]}',
  'PATCH /api/v1/leads/led_1\n{"need":"20 seats"}',
  'POST /api/v1/deals\n{"name":"Acme 2026","amount":120000,"currency":"EUR","stage":"proposal"}',
  'POST /api/v1/touches\n{"touches":[{"type":"page.view","at":1700000000000,"email":"a@b.example"}]}',
  'POST /api/v1/people\n{"name":"Ana","email":"ana@acme.example","role":"rep"}',
  'POST /api/v1/webhooks\n{"url":"https://example.com/x","events":["lead.created"]}',
  "GET /api/v1/leads?limit=10&cursor=abc&status=new\n",
  "GET /api/v1/touches?contact=con_1&from=2026-01-01T00:00:00Z\n",
  "GET /api/v1/deals/dea_1\n",
  "GET /api/v1/people?email=ana%40acme.example\n",
];

/** Opens both over stores of their own; `close` when done. */
export async function openWebTargets(): Promise<{ targets: Target[]; close(): Promise<void> }> {
  const intake = await openIntake();
  const api = await openApp();
  const key = await api.key();
  const hooks = [...groupBy(samples, ({ source }) => source)].map(
    ([source, of]): Target => ({
      name: `webhook ${source}`,
      examples: of.map(({ body }) => body),
      async run(input) {
        const sign = signs[source];
        if (!sign) throw new Error(`No way to sign for ${source}.`);
        const { path, headers, body: signed } = sign(input.toWellFormed());
        await must(intake.app.request(path, { method: "POST", headers, body: signed }));
      },
    }),
  );
  const onCall = async (input: string) => {
    api.time.now += 1_000;
    const [head = "", ...body] = input.split("\n");
    const [method = "", path = ""] = head.split(" ");
    if (!["GET", "POST", "PATCH"].includes(method) || !path.startsWith("/")) return;
    const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
    const address = `http://ringside.example${path.toWellFormed()}`;
    if (!URL.canParse(address)) return;
    const content = method === "GET" ? {} : { body: body.join("\n").toWellFormed() };
    await must(api.app.request(address, { method, headers, ...content }));
  };
  return {
    targets: [...hooks, { name: "API", examples: calls, run: onCall }],
    async close() {
      await intake.close();
      await api.close();
    },
  };
}
