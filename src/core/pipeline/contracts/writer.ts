// Who writes a value, in the words contracts use: people by their role, systems by their own name or their kind.
import type { FieldValue } from "../../facts.ts";
import type { Role } from "../../model.ts";
import type { Contract } from "./contract.ts";

/** `names` from the most particular to the most general, such as crm:salesforce, crm. */
export type Writer = { names: readonly string[]; role: Role | null };

/** Somebody in chat. */
export function personWriter(role: Role): Writer {
  return { names: [role], role };
}

/** A system, by what it calls itself: "crm:salesforce", "api:portal"; whatever else brings files is an import. */
export function systemWriter(source: string): Writer {
  const kind = ["crm", "api"].find((each) => source === each || source.startsWith(`${each}:`));
  return { names: [source, kind ?? "import"], role: null };
}

/** Who wrote a value that is kept. */
export function writerOf(
  { actorId, batchId, source }: Pick<FieldValue, "actorId" | "batchId" | "source">,
  roleOf: ReadonlyMap<string, Role>,
): Writer {
  const role = batchId === null && actorId !== null ? roleOf.get(actorId) : undefined;
  return role ? personWriter(role) : systemWriter(source);
}

/** What a contract calls this writer; nothing when it does not list them. */
export function nameIn({ sources }: Pick<Contract, "sources">, { names }: Writer) {
  return names.find((name) => sources.includes(name));
}
