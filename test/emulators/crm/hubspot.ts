// HubSpot as its documentation describes it: batches of 100 that fail whole for one wrong value, search, lists, owners.
import {
  type Asked,
  type Company,
  type CrmServer,
  recordsOf,
  type Said,
  startCrm,
} from "./faulty.ts";

export function startHubSpot(): Promise<CrmServer> {
  return startCrm(answer);
}

function answer(asked: Asked, company: Company): Said {
  const { path, headers } = asked;
  if (headers.authorization !== "Bearer pat-good") {
    const message = "Authentication credentials not found.";
    return { status: 401, body: { status: "error", message, category: "INVALID_AUTHENTICATION" } };
  }
  if (path.startsWith("/crm/v3/owners")) return owners(company);
  const property = /^\/crm\/v3\/properties\/(\w+)$/.exec(path);
  if (property) return properties(property[1] ?? "", company);
  const [, object = "", way] = /^\/crm\/v3\/objects\/(\w+)(?:\/(.*))?$/.exec(path) ?? [];
  if (way === "batch/read") return batchRead(object, asked, company);
  if (way === "batch/update") return batchUpdate(object, asked, company);
  if (way === "search") return search(object, asked, company);
  return list(object, asked, company);
}

function owners({ users }: Company): Said {
  const results = users.map((user) => ({
    ...user,
    ...{ userId: 1, type: "PERSON", archived: false, createdAt: stamp(0), updatedAt: stamp(0) },
  }));
  return { status: 200, body: { results } };
}

function properties(object: string, company: Company): Said {
  if (!company.objects.has(object)) {
    const message = `Unable to infer object type from: ${object}`;
    return { status: 400, body: { status: "error", message, category: "VALIDATION_ERROR" } };
  }
  const names = new Set(recordsOf(company, object).flatMap(({ values }) => Object.keys(values)));
  const results = [...names].map((name) => ({
    ...{ name, label: name, type: "string", fieldType: "text", description: "", groupName: "g" },
    options: [],
    modificationMetadata: {
      readOnlyValue: name === "hs_object_id",
      archivable: true,
      readOnlyDefinition: false,
    },
  }));
  return { status: 200, body: { results } };
}

type Inputs = { inputs: { id: string; properties?: Record<string, string> }[] };

function batchRead(object: string, { body }: Asked, company: Company): Said {
  const { inputs } = body as unknown as Inputs;
  const known = inputs.flatMap(({ id }) => company.objects.get(object)?.get(id) ?? []);
  const results = known.map(toObject);
  return {
    status: 200,
    body: { status: "COMPLETE", results, startedAt: stamp(0), completedAt: stamp(0) },
  };
}

function batchUpdate(object: string, { body }: Asked, company: Company): Said {
  const { inputs } = body as unknown as Inputs;
  for (const { id, properties = {} } of inputs) {
    const no = company.refuse?.(id, properties);
    if (!no) continue;
    const detail = [{ isValid: false, message: no.said, error: "INVALID_OPTION", name: no.field }];
    const message = `Property values were not valid: ${JSON.stringify(detail)}`;
    return { status: 400, body: { status: "error", message, category: "VALIDATION_ERROR" } };
  }
  const all = company.objects.get(object);
  const gone = inputs.filter(({ id }) => !all?.has(id));
  company.now += 1_000;
  const results = inputs.flatMap(({ id, properties }) => {
    const record = all?.get(id);
    if (!record) return [];
    record.values = { ...record.values, ...properties };
    record.changedAt = company.now;
    return [toObject(record)];
  });
  const errors = gone.map(({ id }) => ({
    ...{
      status: "error",
      category: "OBJECT_NOT_FOUND",
      message: `${id} is not there.`,
      errors: [],
    },
    ...{ context: { ids: [id] }, links: {} },
  }));
  const whole = { status: "COMPLETE", results, startedAt: stamp(0), completedAt: stamp(0) };
  if (errors.length === 0) return { status: 200, body: whole };
  return { status: 207, body: { ...whole, numErrors: errors.length, errors } };
}

function search(object: string, { body }: Asked, company: Company): Said {
  const {
    filterGroups,
    limit,
    after = "0",
  } = body as {
    filterGroups: { filters: { value: string }[] }[];
    limit: number;
    after?: string;
  };
  const since = Number(filterGroups[0]?.filters[0]?.value);
  const all = recordsOf(company, object).filter(({ changedAt }) => changedAt >= since);
  return page(all, { from: Number(after), limit });
}

function list(object: string, { query }: Asked, company: Company): Said {
  const all = recordsOf(company, object).sort((a, b) => Number(a.id > b.id) - Number(a.id < b.id));
  return page(all, { from: Number(query.get("after") ?? 0), limit: Number(query.get("limit")) });
}

function page(
  all: ReturnType<typeof recordsOf>,
  { from, limit }: { from: number; limit: number },
): Said {
  const results = all.slice(from, from + limit).map(toObject);
  const next = from + limit;
  const paging = next < all.length ? { paging: { next: { after: String(next) } } } : {};
  return { status: 200, body: { total: all.length, results, ...paging } };
}

function toObject({ id, values, changedAt }: ReturnType<typeof recordsOf>[number]) {
  const properties = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value === null ? null : String(value)]),
  );
  return { id, properties, createdAt: stamp(0), updatedAt: stamp(changedAt), archived: false };
}

const stamp = (at: number) => new Date(at).toISOString();
