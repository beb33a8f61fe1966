// Calls a REST API with its keys: in a header, in the query, or as a token that is fetched and renewed.
import { Refused } from "../../core/errors.ts";
import { callCrm } from "../call.ts";
import { checkAnswer, toFailure } from "./failure.ts";
import type { RestCall, RestSettings } from "./schema.ts";
import { at, type Blanks, fill, fillPath } from "./template.ts";

export type RestOptions = {
  settings: RestSettings;
  /** What `{key}` and `{secret}` in the file stand for. */
  key: string;
  secret: string;
  timeoutMs?: number;
};

type Extra = { headers?: Record<string, string>; query?: Record<string, string> };

/** Makes a call with its blanks filled in; returns the answer's JSON. */
export type RestRequest = (call: RestCall, blanks: Blanks, extra?: Extra) => Promise<unknown>;

export function createRestClient(options: RestOptions): RestRequest {
  const { settings, key, secret } = options;
  const { auth } = settings;
  let token: Promise<string> | undefined;
  const keys: Blanks = { key, secret };
  const signed = async (): Promise<Extra> => {
    if (auth.kind !== "token") return place({ ...auth, in: auth.kind }, keys);
    token ??= fetchToken(options, auth).catch((error: unknown) => {
      token = undefined;
      throw error;
    });
    return place(auth.send, { ...keys, token: await token });
  };
  const request: RestRequest = async (call, blanks, extra = {}) => {
    const own = await signed();
    return fetchJson(options, call, { blanks: { ...keys, ...blanks }, extra: merge(own, extra) });
  };
  return async (call, blanks, extra) => {
    try {
      return await request(call, blanks, extra);
    } catch (error) {
      // A token may have run out: a new one is tried once.
      const mayRenew = auth.kind === "token" && error instanceof Refused && token !== undefined;
      if (!mayRenew) throw error;
      token = undefined;
      return request(call, blanks, extra);
    }
  };
}

const place = (where: { in: "header" | "query"; name: string; value: string }, blanks: Blanks) => ({
  [where.in === "header" ? "headers" : "query"]: {
    [where.name]: String(fill(where.value, blanks)),
  },
});

const merge = (one: Extra, other: Extra): Extra => ({
  headers: { ...one.headers, ...other.headers },
  query: { ...one.query, ...other.query },
});

async function fetchToken(
  options: RestOptions,
  { get, at: found }: Extract<RestSettings["auth"], { kind: "token" }>,
): Promise<string> {
  const { key, secret } = options;
  const answer = await fetchJson(options, get, { blanks: { key, secret }, extra: {} });
  const token = at(answer, found);
  if (typeof token === "string" && token !== "") return token;
  throw new Refused("crm_auth", `${options.settings.label} gave no token.`);
}

type Fetching = { blanks: Blanks; extra: Extra };

async function fetchJson(
  { settings, timeoutMs }: RestOptions,
  { method, path, query, body }: RestCall,
  { blanks, extra }: Fetching,
): Promise<unknown> {
  const url = new URL(settings.baseUrl.replace(/\/$/, "") + fillPath(path, blanks));
  const filled = fill({ ...query, ...extra.query }, blanks) as Record<string, unknown>;
  for (const [name, value] of Object.entries(filled)) url.searchParams.set(name, String(value));
  const sent = body === undefined ? {} : { body: JSON.stringify(fill(body, blanks)) };
  const headers = {
    accept: "application/json",
    "content-type": "application/json",
    ...extra.headers,
  };
  const work = async () => {
    const response = await fetch(url, { method, headers, redirect: "error", ...sent });
    const answer = readJson(await response.text());
    checkAnswer(response, answer, settings);
    return answer;
  };
  return callCrm(work, { toFailure, ...(timeoutMs ? { timeoutMs } : {}) });
}

/** A proxy in between may answer with a page. */
function readJson(text: string): unknown {
  try {
    return text === "" ? {} : JSON.parse(text);
  } catch {
    return { message: text.slice(0, 200) };
  }
}
