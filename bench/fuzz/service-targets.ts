// What services answer that we ask: registers of companies and CRMs, over real HTTP, with bodies as bad as can be.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parse } from "yaml";
import type { Subject } from "../../src/core/pipeline/checks/company/checked.ts";
import { RegisterSilent } from "../../src/core/pipeline/checks/company/ports.ts";
import type { CrmConnector } from "../../src/core/pipeline/write-back/connector.ts";
import { createBitable } from "../../src/crm/bitable/connector.ts";
import { createHubSpot } from "../../src/crm/hubspot/connector.ts";
import { createRest } from "../../src/crm/rest/connector.ts";
import { restSchema } from "../../src/crm/rest/schema.ts";
import { createSalesforce } from "../../src/crm/salesforce/connector.ts";
import { createGleif } from "../../src/registers/gleif.ts";
import { createVies } from "../../src/registers/vies.ts";
import type { OpenTargets, Target } from "./target.ts";

type Service = { url: string; answer: string };

/** One loopback server that gives everybody a key, and then says what it is told to say. */
export async function openServiceTargets(): Promise<OpenTargets> {
  const service: Service = { url: "", answer: "{}" };
  const server = createServer((request, response) => {
    request.resume();
    response.setHeader("content-type", "application/json");
    const isKey = /token/i.test(request.url ?? "");
    response.end(isKey ? JSON.stringify(keyFor(service.url)) : service.answer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  service.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    targets: [...createRegisterTargets(service), ...createCrmTargets(service)],
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** In the words of every CRM at once. */
const keyFor = (url: string) => ({
  ...{ access_token: "t", instance_url: url, token_type: "Bearer" },
  ...{ code: 0, tenant_access_token: "t", expire: 7_200 },
  ...{ errorCode: 0, corpAccessToken: "t" },
});

function createRegisterTargets(service: Service): Target[] {
  const asked = (type: Subject["type"], value: string): Subject => ({
    ...{ type, value, country: null, lines: [] },
  });
  const ask = (work: () => Promise<unknown>) => (text: string) => {
    service.answer = text;
    return work().catch((error: unknown) => {
      if (!(error instanceof RegisterSilent)) throw error;
    });
  };
  const address = { addressLines: ["1 Way"], city: "上海", country: "CN", postalCode: null };
  const entity = { legalName: { name: "远景" }, legalAddress: address, status: "ACTIVE" };
  const record = { id: "529900T8BM49AURSDO55", attributes: { entity } };
  const { url: baseUrl } = service;
  return [
    {
      name: "answers of GLEIF",
      examples: [JSON.stringify({ data: record })],
      run: ask(() => createGleif({ baseUrl }).find(asked("lei", record.id))),
    },
    {
      name: "answers of VIES",
      examples: [
        '{"valid":true,"name":"ACME","address":"1 Way"}',
        '{"errorWrappers":[{"error":"TIMEOUT"}]}',
      ],
      run: ask(() => createVies({ baseUrl }).find(asked("vatId", "DE136695976"))),
    },
  ];
}

/** One that Salesforce would know, too. */
const id = "006000000000001";
const yaml = parse(
  readFileSync(new URL("../../playbooks/crm/fxiaoke.yaml", import.meta.url), "utf8"),
);

function createCrmTargets(service: Service): Target[] {
  const { url } = service;
  const timeoutMs = 200;
  const connectors: [CrmConnector, string][] = [
    [
      createHubSpot({ token: "pat-good", clock: Date.now, baseUrl: url, timeoutMs }),
      '{"results":[{"id":"1","properties":{"name":"Deal","amount":"5"},"updatedAt":"2026-11-23T09:00:00Z"}]}',
    ],
    [
      createSalesforce({ url, clientId: "good", clientSecret: "s", timeoutMs }),
      '{"totalSize":1,"done":true,"records":[{"Id":"006000000000001","Name":"Deal","LastModifiedDate":"2026-11-23T09:00:00Z"}]}',
    ],
    [
      createBitable({
        ...{ appId: "cli_1", appSecret: "good", domain: url, appToken: "bas1", timeoutMs },
      }),
      '{"code":0,"data":{"records":[{"record_id":"1","fields":{"name":"Deal"}}],"items":[],"has_more":false}}',
    ],
    [
      createRest({
        ...{ settings: restSchema.parse({ ...yaml.rest, baseUrl: url }), timeoutMs },
        ...{ key: "k", secret: "good" },
      }),
      '{"errorCode":0,"dataList":[{"_id":"1","name":"Deal"}],"data":{"dataList":[]}}',
    ],
  ];
  const reading = { object: "deals", fields: ["name", "amount"] };
  return connectors.map(([crm, example]) => ({
    name: `answers of ${crm.label}`,
    examples: [example],
    async run(text) {
      service.answer = text;
      await crm.read({ ...reading, ids: [id] });
    },
  }));
}
