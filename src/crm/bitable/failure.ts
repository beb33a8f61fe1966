// What the codes of Feishu Bitable mean: open.feishu.cn/document/server-docs/docs/bitable-v1/notification.
import { Refused } from "../../core/errors.ts";
import { away, busy, refusedKeys } from "../call.ts";

/** A change that Bitable does not accept. */
export class BitableRefusal extends Error {
  override name = "BitableRefusal";
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

const keys = new Set([91403, 1254302, 99991661, 99991663, 99991672, 99991679, 10003, 10014]);
const full = new Set([1254290, 99991400]);
/** Somebody else writes to the table, or it is not ready. */
const passing = new Set([1254291, 1254607, 1254608, 1255001, 1255002, 1255040]);
const gone = new Set([1254040, 1254041, 1254045]);

/** Codes of a record that is not there. */
export const goneRecord = 1254043;

/** What an answer says went wrong; nothing where all went well. */
export function faultOf(code: number | undefined, message = ""): Error | undefined {
  if (code === 0) return undefined;
  const said = `Bitable ${code}: ${message}`;
  if (code === undefined || passing.has(code)) return away(said);
  if (keys.has(code)) return refusedKeys(said);
  if (full.has(code)) return busy(said);
  return gone.has(code) ? new Refused("crm_mapping", said) : new BitableRefusal(code, message);
}

/** An error of the SDK: an answer with a code inside, or silence. */
export function toFailure(error: unknown): Error {
  if (error instanceof BitableRefusal) return error;
  const { response, message = "" } = error as {
    response?: { status?: number; data?: { code?: number; msg?: string } };
    message?: string;
  };
  const inside = /code: (\d+)/.exec(message)?.[1];
  const code = response?.data?.code ?? (inside ? Number(inside) : undefined);
  if (response?.status === 429) return busy(`Bitable 429: ${response.data?.msg ?? ""}`);
  if (code !== undefined) return faultOf(code, response?.data?.msg ?? message) ?? away(message);
  return away(`Bitable did not answer: ${message}`);
}
