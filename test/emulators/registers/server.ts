// Registers on loopback: GLEIF's index and VIES as their documentation has them, and their ways to fail.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A company as GLEIF's index holds it. */
export type Indexed = {
  lei: string;
  name: string;
  otherNames?: string[];
  registeredAs: string;
  country: string;
  status?: "ACTIVE" | "INACTIVE";
  creationDate?: string;
};

/** What goes wrong with the next question. */
export type Fault = { status: number; body?: string } | "silence" | "cut" | "flood" | "redirect";

export type RegisterServer = {
  gleifUrl: string;
  viesUrl: string;
  companies: Indexed[];
  /** Number with its country's letters -> name; "---" where the country keeps it. */
  vat: Map<string, string>;
  /** What VIES wraps in an answer of 200, in order. */
  viesErrors: string[];
  faults: Fault[];
  asked: { method: string; url: string; body: unknown }[];
  close(): Promise<void>;
};

export async function startRegisters(): Promise<RegisterServer> {
  const server = createServer(async (request, response) => {
    const body = await readBody(request);
    state.asked.push({ method: request.method ?? "", url: request.url ?? "", body });
    const fault = state.faults.shift();
    if (fault) {
      fail(response, fault);
      return;
    }
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    if (url.pathname.startsWith("/gleif")) answerGleif(response, url, state.companies);
    else answerVies(response, body, state);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const state: RegisterServer = {
    ...{ gleifUrl: `${base}/gleif/api/v1`, viesUrl: `${base}/vies/rest-api` },
    ...{ companies: [], vat: new Map(), viesErrors: [], faults: [], asked: [] },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
  return state;
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return parts.length === 0 ? undefined : JSON.parse(Buffer.concat(parts).toString());
}

function fail(response: ServerResponse, fault: Fault): void {
  if (fault === "silence") return;
  if (fault === "cut") {
    response.destroy();
    return;
  }
  if (fault === "redirect") {
    response.writeHead(302, { location: "http://127.0.0.1:9/" }).end();
    return;
  }
  if (fault === "flood") {
    response.writeHead(200).end("x".repeat(1_200_000));
    return;
  }
  response.writeHead(fault.status, { "retry-after": "60" }).end(fault.body ?? "");
}

function answerGleif(response: ServerResponse, url: URL, companies: readonly Indexed[]): void {
  const [, lei] = /\/lei-records\/([^/]+)$/.exec(url.pathname) ?? [];
  if (lei) {
    const found = companies.find((one) => one.lei === lei);
    const errors = [{ status: "404", title: "Not Found" }];
    send(response, found ? 200 : 404, found ? { data: toRecord(found) } : { errors });
    return;
  }
  const number = url.searchParams.get("filter[entity.registeredAs]") ?? "";
  const found = companies.filter(({ registeredAs }) => registeredAs.startsWith(number));
  const pagination = { currentPage: 1, perPage: 10, total: found.length, lastPage: 1 };
  send(response, 200, { meta: { pagination }, data: found.map(toRecord) });
}

function toRecord({ lei, name, otherNames = [], registeredAs, country, ...more }: Indexed) {
  const address = { addressLines: ["1 Road"], city: "City", country, postalCode: "1000" };
  return {
    ...{ type: "lei-records", id: lei },
    attributes: {
      lei,
      entity: {
        legalName: { name, language: "en" },
        otherNames: otherNames.map((other) => ({ name: other, language: "en", type: "TRADING" })),
        transliteratedOtherNames: [],
        legalAddress: { language: "en", ...address },
        ...{ registeredAt: { id: "RA000188", other: null }, registeredAs, jurisdiction: country },
        ...{ status: more.status ?? "ACTIVE", creationDate: more.creationDate ?? null },
      },
      registration: { status: "ISSUED", corroborationLevel: "FULLY_CORROBORATED" },
    },
  };
}

function answerVies(response: ServerResponse, body: unknown, state: RegisterServer): void {
  const { countryCode, vatNumber } = body as { countryCode: string; vatNumber: string };
  const error = state.viesErrors.shift();
  if (error) {
    const wrapped = { actionSucceed: false, errorWrappers: [{ error }] };
    send(response, 200, wrapped);
    return;
  }
  const name = state.vat.get(`${countryCode}${vatNumber}`);
  send(response, 200, {
    ...{ countryCode, vatNumber, requestDate: "2026-11-22T09:00:00.000Z" },
    ...{ valid: name !== undefined, requestIdentifier: "", name: name ?? "---", address: "---" },
  });
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/vnd.api+json" });
  response.end(JSON.stringify(body));
}
