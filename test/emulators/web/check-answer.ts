// Every answer of the API that a test sees is one the served document promises: its status, its type, its body.
import type { Hono } from "hono";
import { z } from "zod";

type Schema = Parameters<typeof z.fromJSONSchema>[0];
type Content = Record<string, { schema: Schema }>;
type Operation = { responses: Record<string, { content?: Content }> };
type Document = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};

const base = "/api/v1";

/** Checks answers against the document of this app, read once. */
export async function createCheck(app: Hono) {
  const document = (await (await app.request(`${base}/openapi.json`)).json()) as Document;
  const schemas = new Map<string, z.ZodType>();
  const schemaOf = (name: string, schema: Schema) => {
    const known = schemas.get(name) ?? z.fromJSONSchema(inline(schema, document));
    schemas.set(name, known);
    return known;
  };
  /** Throws where the document says otherwise. Paths outside the API are nobody's promise. */
  return async (method: string, path: string, response: Response): Promise<void> => {
    const pattern = patternOf(document, path);
    const operation = document.paths[pattern ?? ""]?.[method.toLowerCase()];
    if (!operation) return;
    const name = `${method} ${pattern} ${response.status}`;
    const promised = operation.responses[response.status];
    if (!promised) throw new Error(`${name} is not promised.`);
    const text = await response.text();
    if (!promised.content && text === "") return;
    const type = typeOf(response);
    const schema = promised.content?.[type]?.schema;
    if (!schema) throw new Error(`${name} is not promised in ${type}.`);
    schemaOf(name, schema).parse(JSON.parse(text));
  };
}

function typeOf({ headers }: Response): string {
  return headers.get("content-type")?.split(";")[0] ?? "";
}

/** The path of the document that an address is of. */
function patternOf({ paths }: Document, address: string): string | undefined {
  const [whole = ""] = address.split("?");
  if (!whole.startsWith(`${base}/`)) return undefined;
  const place = whole.slice(base.length);
  if (paths[place]) return place;
  return Object.keys(paths).find((path) =>
    new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}$`).test(place),
  );
}

/** What a reference names, in its place. */
function inline(value: unknown, document: Document): Schema {
  if (Array.isArray(value)) return value.map((one) => inline(one, document)) as unknown as Schema;
  if (typeof value !== "object" || value === null) return value as Schema;
  const { $ref, components: _, ...rest } = value as Record<string, unknown>;
  if (typeof $ref === "string") {
    return inline(document.components.schemas[$ref.split("/").at(-1) ?? ""], document);
  }
  return Object.fromEntries(
    Object.entries(rest).map(([name, one]) => [name, inline(one, document)]),
  ) as Schema;
}
