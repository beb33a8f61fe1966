// What `connect` hands to the process that owns the data: small, since every command loads it.
import { z } from "zod";

const texts = z.record(z.string(), z.string());

export const connectArgs = z.object({
  surface: z.enum(["slack", "lark"]),
  /** The workspace or app; empty where the platform is asked. */
  workspace: z.string(),
  options: texts,
  keys: texts,
  /** Whether the platform is asked before anything is stored. */
  check: z.boolean(),
});
export type ConnectArgs = z.infer<typeof connectArgs>;
