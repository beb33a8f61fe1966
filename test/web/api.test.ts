import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { routesOf } from "../../src/web/api/api.ts";
import { dealSchema } from "../../src/web/api/routes/deal-shapes.ts";
import { leadSchema } from "../../src/web/api/routes/lead-shapes.ts";
import {
  codeOf,
  deal,
  lead,
  type OpenApp,
  openApp,
  person,
  start,
} from "../emulators/web/open-app.ts";

type Page = { data: Record<string, unknown>[]; next: string | null };

type Operation = { responses: object; security: object[]; operationId: string };
type Document = {
  openapi: string;
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
};

const operationsOf = (paths: Document["paths"]) =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      return { path, method: method.toUpperCase(), operation };
    }),
  );

let opened: OpenApp;
let key: string;
beforeAll(async () => {
  opened = await openApp({ rate: { perMinute: 1e9, burst: 1e9 } });
  key = await opened.key();
});
beforeEach(() =>
  opened.store.transaction(async ({ prisma }) => {
    await prisma.person.deleteMany();
    await prisma.lead.deleteMany();
    await prisma.deal.deleteMany();
  }),
);
afterAll(() => opened.close());

const read = async <Body>(path: string, as = key) =>
  (await (await opened.get(`/api/v1${path}`, as)).json()) as Body;
const putLeads = (...ids: string[]) =>
  opened.store.write((unit) =>
    unit.putRecords(
      "lead",
      ids.map((id) => lead(id)),
    ),
  );

describe("the document", () => {
  it("lists exactly the routes there are", async () => {
    const { openapi, servers, paths } = await read<Document>("/openapi.json", "");
    const base = servers[0]?.url;
    const documented = operationsOf(paths).map(({ path, method }) => `${method} ${base}${path}`);
    const routed = opened.app.routes
      .filter(({ method, path }) => method !== "ALL" && path.startsWith("/api/v1"))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, "{$1}")}`);
    expect(openapi).toBe("3.1.0");
    expect(documented.sort()).toEqual([...new Set(routed)].sort());
    expect(documented).toHaveLength(routesOf(opened.services).length + 1);
    expect(documented).toHaveLength(24);
  });

  it("has every route answer, and none without a key but the document itself", async () => {
    const { paths } = await read<Document>("/openapi.json", "");
    for (const { path, method } of operationsOf(paths)) {
      const address = `/api/v1${path.replace("{id}", "x_unknown")}`;
      const init = method === "GET" ? { method } : { method, body: "{}" };
      const closed = await opened.get(address, undefined, init);
      expect([path, closed.status]).toEqual([path, path === "/openapi.json" ? 200 : 401]);
      const response = await opened.get(address, key, init);
      expect([200, 400, 404, 415]).toContain(response.status);
      // Not the 404 of a path that is not there: it is the route that answers.
      expect(await response.text()).not.toContain("no_such_page");
    }
  });

  it("says of every route how it fails and what it needs", async () => {
    const { paths } = await read<Document>("/openapi.json");
    const { responses, security } = paths["/leads"]?.get ?? {};
    expect(security).toEqual([{ apiKey: ["leads:read"] }]);
    expect(responses).toMatchObject({
      401: { content: { "application/problem+json": { schema: { $ref: expect.any(String) } } } },
    });
    expect(Object.keys(paths["/deals/{id}"]?.patch?.responses ?? {})).toEqual([
      "200",
      "400",
      "401",
      "403",
      "404",
      "409",
      "413",
      "415",
      "422",
      "429",
      "503",
    ]);
    const names = operationsOf(paths).map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
  });

  it("describes the limit as a number with bounds", async () => {
    const text = JSON.stringify(await read("/openapi.json"));
    expect(text).toContain('"type":"integer","minimum":1,"maximum":200,"default":50');
  });
});

describe("records", () => {
  it("tells a key its name and scopes", async () => {
    const narrow = await opened.key("deals:read", "leads:read");
    expect(await read("/me", narrow)).toEqual({
      name: expect.stringMatching(/^test \d+$/),
      scopes: ["deals:read", "leads:read"],
      ...{ personId: null, teamId: null },
    });
  });

  it("shows e-mail and phone only to a key that may see them", async () => {
    await opened.store.write((unit) => unit.putRecords("person", [person("per_ana")]));
    const [withPii] = (await read<Page>("/people")).data;
    expect(withPii).toMatchObject({ email: "per_ana@ringside.example", phone: "+49per_ana" });
    const response = await opened.get("/api/v1/people", await opened.key("people:read"));
    const text = await response.text();
    expect(text).not.toMatch(/email|phone|ringside\.example|\+49|hiredAt/);
    const [without] = (JSON.parse(text) as Page).data;
    expect(Object.keys(withPii ?? {}).length - Object.keys(without ?? {}).length).toBe(2);
  });

  it("gives leads and deals in the shapes of the document", async () => {
    await opened.store.write(async (unit) => {
      await unit.putRecords("lead", [lead("led_1", { closedAt: start })]);
      await unit.putRecords("deal", [deal("dea_1")]);
    });
    const [first] = (await read<Page>("/leads")).data;
    expect(leadSchema.parse(first)).toEqual(first);
    expect(first).toMatchObject({
      id: "led_1",
      closedAt: "2026-11-22T09:00:00.000Z",
      budget: 12.5,
    });
    expect(await read("/leads/led_1")).toEqual(first);
    const [only] = (await read<Page>("/deals")).data;
    expect(dealSchema.parse(only)).toEqual(only);
    expect(only).toMatchObject({ nextStepDate: "2026-11-23T09:00:00.000Z", closedAt: null });
  });

  const strange = [
    "led_unknown",
    "..%2F..%2Fetc%2Fpasswd",
    "%2e%2e%2fpeople",
    "led_1%00",
    "%E0%A4%A",
    "'%20OR%201=1--",
    "💼",
    "x".repeat(5_000),
  ];
  it.each(strange.map((id) => [id.slice(0, 30), id]))(
    "does not know the lead %s",
    async (_, id) => {
      await putLeads("led_1");
      const response = await opened.get(`/api/v1/leads/${id}`, key);
      expect(response.status).toBe(404);
      expect(await codeOf(response)).toBe("no_such_lead");
    },
  );

  it.each([
    "/api/v1/",
    "/api/v1/nope",
    "/api/v1/leads/",
    "/api/v1/leads/a/b",
    "/api/v2/leads",
    "//",
  ])("answers %s with a problem", async (path) => {
    const response = await opened.get(path, key);
    expect(response.status).toBe(404);
    expect(await codeOf(response)).toBe("no_such_page");
  });

  it.each(["text/html", "", "*/*;q=oops", "application/xml, ;;,", "x/".repeat(30)])(
    "answers in JSON to Accept: %s",
    async (accept) => {
      const response = await opened.get("/api/v1/leads", key, { headers: { accept } });
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe("application/json");
    },
  );
});

describe("pages", () => {
  it.each(["0", "201", "9999", "abc", "", "-1", "1.5", "1e2", "0x10", " 5", "5&limit=6"])(
    "refuses limit=%s",
    async (limit) => {
      const response = await opened.get(`/api/v1/leads?limit=${limit}`, key);
      expect(response.status).toBe(400);
      expect(await response.clone().text()).toContain("limit");
      expect(await codeOf(response)).toBe("bad_request");
    },
  );

  it("refuses a parameter it does not know, rather than ignore it", async () => {
    const response = await opened.get("/api/v1/leads?limt=5", key);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("limt");
  });

  it("refuses a cursor that is not from this list", async () => {
    await opened.store.write((unit) =>
      unit.putRecords("person", [person("per_a"), person("per_b")]),
    );
    const { next } = await read<Page>("/people?limit=1");
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const wrong = [
      "",
      "abc",
      "%00",
      `${next}`,
      encode({}),
      encode(["leads"]),
      encode(["leads", 5]),
      encode(["leads", ""]),
      encode(["leads", "a", "b"]),
      `${encode(["leads", "a"])}=`,
      "x".repeat(5_000),
    ];
    for (const cursor of wrong) {
      const response = await opened.get(`/api/v1/leads?cursor=${cursor}`, key);
      expect(response.status).toBe(400);
      expect(await codeOf(response)).toBe("bad_cursor");
    }
  });

  it("gives 50 rows by default, at most 200, and no cursor on the last page", async () => {
    await putLeads(...Array.from({ length: 200 }, (_, index) => `led_${1_000 + index}`));
    expect((await read<Page>("/leads")).data).toHaveLength(50);
    const all = await read<Page>("/leads?limit=200");
    expect(all.data).toHaveLength(200);
    expect(all.next).toBeNull();
    expect(await read("/deals")).toEqual({ data: [], next: null });
  });

  it("shows every row that was there exactly once, whatever comes in between pages", async () => {
    const ids = fc.uniqueArray(fc.string({ unit: "grapheme", minLength: 1, maxLength: 4 }), {
      maxLength: 30,
    });
    const plan = fc.record({
      there: ids,
      added: fc.array(ids, { maxLength: 6 }),
      limit: fc.nat(9),
    });
    await fc.assert(
      fc.asyncProperty(plan, async ({ there, added, limit }) => {
        await opened.store.transaction(({ prisma }) => prisma.lead.deleteMany());
        await putLeads(...there);
        const seen: unknown[] = [];
        const more = [...added];
        let next: string | null = "";
        while (next !== null) {
          const cursor = next === "" ? "" : `&cursor=${next}`;
          const page: Page = await read<Page>(`/leads?limit=${limit + 1}${cursor}`);
          seen.push(...page.data.map((row) => row.id));
          next = page.next;
          await putLeads(...(more.pop() ?? []));
        }
        const known = new Set([...there, ...added.flat()]);
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen).toEqual(expect.arrayContaining(there));
        expect(seen.every((id) => known.has(String(id)))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
