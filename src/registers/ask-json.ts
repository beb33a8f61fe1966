// One question to a register over HTTP: it ends in time, its answer is small, and its failure is one of ours.
import { RegisterSilent } from "../core/pipeline/checks/company/ports.ts";

export type RegisterOptions = {
  /** Such as https://api.gleif.org/api/v1. */
  baseUrl: string;
  /** For one question: somebody waits for it. */
  timeoutMs?: number;
};

const usualTimeoutMs = 8_000;
/** Bytes; a register that sends more is not the one we know. */
const mostBytes = 1_000_000;

type Question = { path: string; body?: object };

/** The answer as JSON; undefined for a 404. Throws RegisterSilent. */
export async function askJson(
  { baseUrl, timeoutMs = usualTimeoutMs }: RegisterOptions,
  { path, body }: Question,
): Promise<unknown> {
  const { host } = new URL(baseUrl);
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(`${baseUrl.replace(/\/$/, "")}${path}`, {
      headers: { accept: "application/vnd.api+json, application/json", ...contentOf(body) },
      ...(body ? { method: "POST", body: JSON.stringify(body) } : {}),
      ...{ redirect: "error", signal },
    });
    if (response.status === 404) return undefined;
    checkStatus(response.status, host);
    return JSON.parse(await readSmall(response, host));
  } catch (error) {
    throw toSilence(error, { host, isLate: signal.aborted });
  }
}

const contentOf = (body: object | undefined): Record<string, string> =>
  body ? { "content-type": "application/json" } : {};

function checkStatus(status: number, host: string): void {
  if (status === 429) throw new RegisterSilent("busy", `${host} asks for patience (429).`);
  if (status >= 500) throw new RegisterSilent("away", `${host} is away (${status}).`);
  if (status !== 200) throw new RegisterSilent("strange", `${host} answered ${status}.`);
}

async function readSmall(response: Response, host: string): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > mostBytes) throw new RegisterSilent("strange", `${host} sent too much.`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

/** Never the register's own words: they may repeat what was asked. */
function toSilence(error: unknown, { host, isLate }: { host: string; isLate: boolean }): Error {
  if (error instanceof RegisterSilent) return error;
  if (isLate) return new RegisterSilent("slow", `${host} did not answer in time.`);
  if (error instanceof SyntaxError) {
    return new RegisterSilent("strange", `${host} sent broken JSON.`);
  }
  return new RegisterSilent("away", `${host} cannot be reached.`);
}
