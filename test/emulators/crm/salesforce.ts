// Salesforce as its REST guide describes it: sessions that end, SOQL (the few forms we use), collections answered one by one.
import {
  type Asked,
  type Company,
  type CrmServer,
  recordsOf,
  type Said,
  startCrm,
} from "./faulty.ts";

export function startSalesforce(): Promise<CrmServer & { endSession(): void }> {
  let session = 1;
  const token = () => `session-${session}`;
  const answer = (asked: Asked, company: Company): Said => {
    if (asked.path === "/services/oauth2/token") return grant(asked, token());
    if (asked.headers.authorization !== `Bearer ${token()}`) {
      return fail(401, { errorCode: "INVALID_SESSION_ID", message: "Session expired or invalid" });
    }
    return serve({ ...asked, path: asked.path.replace(/^\/services\/data\/v[\d.]+/, "") }, company);
  };
  const endSession = () => {
    session += 1;
  };
  return startCrm(answer).then((server) => Object.assign(server, { endSession }));
}

function grant({ body }: Asked, access_token: string): Said {
  if (body.client_id === "good")
    return { status: 200, body: { access_token, token_type: "Bearer" } };
  return {
    status: 400,
    body: { error: "invalid_client", error_description: "invalid client credentials" },
  };
}

function fail(status: number, error: { errorCode: string; message: string }): Said {
  return { status, body: [error] };
}

function serve(asked: Asked, company: Company): Said {
  const object = /^\/sobjects\/(\w+)\/describe$/.exec(asked.path)?.[1];
  if (object) return describe(object, company);
  if (asked.path === "/composite/sobjects") return update(asked, company);
  return query(asked.query.get("q") ?? "", company);
}

function describe(object: string, company: Company): Said {
  const known = company.objects.get(object);
  if (!known)
    return fail(404, { errorCode: "NOT_FOUND", message: "The requested resource does not exist" });
  const names = new Set([...known.values()].flatMap(({ values }) => Object.keys(values)));
  const fields = [...names].map((name) => ({
    name,
    label: name,
    updateable: true,
    picklistValues: [],
  }));
  return { status: 200, body: { fields } };
}

function update({ body }: Asked, company: Company): Said {
  const { records } = body as {
    records: ({ attributes: { type: string }; id: string } & Record<string, unknown>)[];
  };
  company.now += 1_000;
  const answers = records.map(({ attributes, id, ...fields }) => {
    const record = company.objects.get(attributes.type)?.get(id);
    const no = company.refuse?.(id, fields);
    if (!record)
      return {
        id,
        success: false,
        errors: [{ statusCode: "ENTITY_IS_DELETED", message: "entity is deleted", fields: [] }],
      };
    if (no) {
      const statusCode =
        no.said === "locked" ? "UNABLE_TO_LOCK_ROW" : "FIELD_CUSTOM_VALIDATION_EXCEPTION";
      return { id, success: false, errors: [{ statusCode, message: no.said, fields: [no.field] }] };
    }
    record.values = { ...record.values, ...fields };
    record.changedAt = company.now;
    return { id, success: true, errors: [] };
  });
  return { status: 200, body: answers };
}

function query(soql: string, company: Company): Said {
  const object = /FROM (\w+)/.exec(soql)?.[1] ?? "";
  const limit = Number(/LIMIT (\d+)/.exec(soql)?.[1] ?? 2000);
  if (object === "User") {
    const last = /Id > '([^']+)'/.exec(soql)?.[1] ?? "";
    const users = company.users.filter(({ id }) => id > last);
    return {
      status: 200,
      body: { done: true, records: users.map(({ id, email }) => ({ Id: id, Email: email })) },
    };
  }
  const columns = (/SELECT (.*?) FROM/.exec(soql)?.[1] ?? "").split(", ");
  const rows = recordsOf(company, object)
    .filter((record) => isMeant(record, soql))
    .slice(0, limit);
  const known = new Set(recordsOf(company, object).flatMap(({ values }) => Object.keys(values)));
  const wrong = columns.find(
    (name) => !["Id", "SystemModstamp"].includes(name) && !known.has(name),
  );
  if (wrong) return fail(400, { errorCode: "INVALID_FIELD", message: `No such column '${wrong}'` });
  const records = rows.map(({ id, values, changedAt }) => ({
    ...{ attributes: { type: object }, Id: id, SystemModstamp: new Date(changedAt).toISOString() },
    ...values,
  }));
  return { status: 200, body: { done: true, records } };
}

function isMeant({ id, changedAt }: { id: string; changedAt: number }, soql: string): boolean {
  const ids = /Id IN \(([^)]*)\)/.exec(soql)?.[1];
  if (ids !== undefined) return ids.includes(`'${id}'`);
  const after = /SystemModstamp > (\S+) OR .* Id > '([^']+)'/.exec(soql);
  if (after) {
    const at = Date.parse(after[1] ?? "");
    return changedAt > at || (changedAt === at && id > (after[2] ?? ""));
  }
  return changedAt >= Date.parse(/SystemModstamp >= (\S+)/.exec(soql)?.[1] ?? "");
}
