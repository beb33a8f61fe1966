// A REST CRM of the shape many Chinese ones have: a token first, answers always 200, errors as codes inside.
import {
  type Asked,
  type Company,
  type CrmServer,
  recordsOf,
  type Said,
  startCrm,
} from "./faulty.ts";

export function startRest(): Promise<CrmServer & { endSession(): void }> {
  let session = 1;
  const answer = (asked: Asked, company: Company): Said => {
    if (asked.path.startsWith("/cgi/corpAccessToken")) return grant(asked, session);
    if (asked.headers.authorization !== `Bearer token-${session}`)
      return fail(20016, "token expired");
    return serve(asked, company);
  };
  const endSession = () => {
    session += 1;
  };
  return startCrm(answer).then((server) => Object.assign(server, { endSession }));
}

function grant({ body }: Asked, session: number): Said {
  if (body.appSecret !== "good") return fail(10006, "app secret is wrong");
  return ok({ corpAccessToken: `token-${session}` });
}

const ok = (body: object): Said => ({
  status: 200,
  body: { errorCode: 0, errorMessage: "OK", ...body },
});
const fail = (errorCode: number, errorMessage: string, errorField = ""): Said => ({
  status: 200,
  body: { errorCode, errorMessage, errorField },
});

function serve({ path, body }: Asked, company: Company): Said {
  if (path === "/cgi/user/list") {
    return ok({
      data: { users: company.users.map(({ id, email }) => ({ openUserId: id, email })) },
    });
  }
  if (path.endsWith("/describe")) return describe(String(body.apiName), company);
  if (path.endsWith("/update")) return update(body, company);
  const object = String(body.dataObjectApiName);
  const ids = body.ids as string[] | undefined;
  const all = recordsOf(company, object);
  const from = Number(body.offset ?? 0);
  const found = ids
    ? all.filter(({ id }) => ids.includes(id))
    : all
        .filter(({ changedAt }) => changedAt >= Number(body.since))
        .slice(from, from + Number(body.limit));
  const dataList = found.map(({ id, values, changedAt }) => ({
    _id: id,
    last_modified_time: changedAt,
    ...values,
  }));
  return ok({ data: { dataList } });
}

function describe(object: string, company: Company): Said {
  const known = company.objects.get(object);
  if (!known) return fail(320001, `no object ${object}`);
  const names = new Set([...known.values()].flatMap(({ values }) => Object.keys(values)));
  return ok({ data: { fields: [...names].map((apiName) => ({ apiName, label: apiName })) } });
}

function update(body: Asked["body"], company: Company): Said {
  const id = String(body.id);
  const fields = body.object_data as Record<string, unknown>;
  const record = company.objects.get(String(body.dataObjectApiName))?.get(id);
  if (!record) return fail(320002, "data not found");
  const no = company.refuse?.(id, fields);
  if (no) return fail(320003, no.said, no.field);
  company.now += 1_000;
  record.values = { ...record.values, ...fields };
  record.changedAt = company.now;
  return ok({});
}
