// The form of an answer, as a schema for endpoints that take one and in words for every model.
import { z } from "zod";

/** A JSON schema in the parts that ours use. */
type Shape = {
  type?: string;
  enum?: unknown[];
  anyOf?: Shape[];
  properties?: Record<string, Shape>;
  items?: Shape;
  minimum?: number;
  maximum?: number;
};

/** The JSON schema of what a model is to write. */
export function toJsonSchema(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return shape;
}

/** The same in a line: {"wants": "continue" | "agree", …}. */
export function describeShape(schema: z.ZodType): string {
  return describe(toJsonSchema(schema) as Shape);
}

function describe(shape: Shape): string {
  if (shape.anyOf) return shape.anyOf.map(describe).join(" | ");
  if (shape.enum) return shape.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (shape.properties) {
    const fields = Object.entries(shape.properties);
    return `{${fields.map(([name, field]) => `"${name}": ${describe(field)}`).join(", ")}}`;
  }
  if (shape.items) return `[${describe(shape.items)}, …]`;
  const { type = "any", minimum, maximum } = shape;
  return minimum === undefined ? type : `${type} (${minimum} to ${maximum})`;
}
