// Feishu Bitable as its documentation describes it: tenant tokens, batches that fail whole, cells in pieces.
import {
  type Asked,
  type Company,
  type CrmServer,
  recordsOf,
  type Said,
  startCrm,
} from "./faulty.ts";

export function startBitable(): Promise<CrmServer & { endSession(): void }> {
  const answer = (asked: Asked, company: Company): Said => {
    if (asked.path.includes("tenant_access_token")) return grant(asked);
    return serve(asked, company);
  };
  return startCrm(answer).then((server) => Object.assign(server, { endSession: () => {} }));
}

function grant({ body }: Asked): Said {
  if (body.app_secret !== "good") return fail(10014, "app secret invalid");
  return { status: 200, body: { code: 0, msg: "ok", tenant_access_token: "t-1", expire: 7200 } };
}

const ok = (data: object): Said => ({ status: 200, body: { code: 0, msg: "success", data } });
const fail = (code: number, msg: string): Said => ({ status: 200, body: { code, msg } });

function serve({ path, body, query }: Asked, company: Company): Said {
  if (path.endsWith("/users/batch_get_id")) {
    const emails = body.emails as string[];
    const known = company.users.filter(({ email }) => emails.includes(email));
    return ok({ user_list: known.map(({ id, email }) => ({ user_id: id, email })) });
  }
  const [, table = "", way = ""] = /\/tables\/([^/]+)\/(.*)$/.exec(path) ?? [];
  if (!company.objects.has(table)) return fail(1254041, "TableIdNotFound");
  if (way === "fields") return fields(table, company);
  if (way === "records/batch_get") {
    const ids = body.record_ids as string[];
    return ok({
      records: recordsOf(company, table)
        .filter(({ id }) => ids.includes(id))
        .map(toItem),
    });
  }
  if (way === "records/batch_update") return update(table, body, company);
  const all = recordsOf(company, table).sort((a, b) => Number(a.id > b.id) - Number(a.id < b.id));
  const from = Number(query.get("page_token") ?? 0);
  const next = from + Number(query.get("page_size"));
  const more =
    next < all.length ? { has_more: true, page_token: String(next) } : { has_more: false };
  return ok({ items: all.slice(from, next).map(toItem), total: all.length, ...more });
}

function fields(table: string, company: Company): Said {
  const names = new Set(recordsOf(company, table).flatMap(({ values }) => Object.keys(values)));
  const items = [...names].map((field_name) => ({
    field_name,
    field_id: field_name,
    type: field_name === "owner" ? 11 : 1,
  }));
  return ok({ items, has_more: false, total: items.length });
}

function update(table: string, body: Asked["body"], company: Company): Said {
  const records = body.records as { record_id: string; fields: Record<string, unknown> }[];
  for (const { record_id, fields: set } of records) {
    if (!company.objects.get(table)?.has(record_id)) return fail(1254043, "RecordIdNotFound");
    const no = company.refuse?.(record_id, set);
    if (no) return fail(1254060, `${no.field}: ${no.said}`);
  }
  company.now += 1_000;
  for (const { record_id, fields: set } of records) {
    const record = company.objects.get(table)?.get(record_id);
    if (!record) continue;
    const cells = Object.entries(set).map(([name, cell]) => [
      name,
      Array.isArray(cell) ? (cell[0]?.id ?? null) : cell,
    ]);
    record.values = { ...record.values, ...Object.fromEntries(cells) };
    record.changedAt = company.now;
  }
  return ok({ records: [] });
}

function toItem({ id, values, changedAt }: ReturnType<typeof recordsOf>[number]) {
  const cells = Object.entries(values).map(([name, value]) => {
    if (name === "owner") return [name, value ? [{ id: value, name: "x" }] : []];
    return [name, typeof value === "string" ? [{ text: value, type: "text" }] : value];
  });
  return { record_id: id, fields: Object.fromEntries(cells), last_modified_time: changedAt };
}
