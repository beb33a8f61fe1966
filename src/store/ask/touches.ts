// Touches lie in the event log, their customers in the records: two statements on two files, the first one's rows the
// second one's parameter.
import type { CountRequest } from "../../core/ask/counting.ts";
import { isTime } from "../../core/ask/dimensions.ts";
import { groupsOf, mostGroups, mostRows, type Step, spansSql } from "./groups.ts";
import { customers } from "./sources.ts";

/** What machines did: kept, and counted nowhere. */
const notAutomated = `NOT (instr(t.props, '"automated":true') > 0
    AND iif(json_valid(t.props), t.props ->> '$.automated', 0) IS 1)`;
const ours = `('call.made', 'email.sent', 'message.sent', 'meeting.held')`;

/** Customers within reach, then their touches. What a colleague did counts for that colleague, all else for the owner. */
export function touchSteps(request: CountRequest): Step[] {
  const { by, where, scope, range, buckets } = request;
  const ofCustomers = where.filter(({ dimension }) => customers.columns[dimension]);
  const column = (by && customers.columns[by]?.column) ?? "NULL";
  const conditions = [
    `${customers.owner} IN (SELECT "value" FROM json_each(:scope))`,
    ...ofCustomers.map(
      ({ dimension }) =>
        `${customers.columns[dimension]?.column} IN (SELECT "value" FROM json_each(:${dimension}))`,
    ),
  ];
  const first: Step = {
    database: "records",
    text: `SELECT c."id" AS "contact", ${customers.owner} AS "owner", ${column} AS "key"\nFROM ${customers.from}\nWHERE ${conditions.join("\n  AND ")}\nLIMIT :mostRows`,
    parameters: {
      ...{ scope: JSON.stringify(scope.map(({ id }) => id)), mostRows: mostRows + 1 },
      ...listed(ofCustomers),
    },
  };
  const ofTouches = where.filter((one) => !ofCustomers.includes(one));
  const second: Step = {
    ...{ database: "events", takesRows: true },
    text: countTouches(request),
    parameters: {
      people: JSON.stringify(scope.map(({ id, teamId }) => [id, teamId])),
      ...{ mostRows: mostRows + 1, mostGroups },
      ...(buckets
        ? { spans: JSON.stringify(buckets.map(({ key, from, to }) => [key, from, to])) }
        : (range ?? {})),
      ...listed(ofTouches),
    },
  };
  return [first, second];
}

const listed = (filters: CountRequest["where"]) =>
  Object.fromEntries(filters.map(({ dimension, values }) => [dimension, JSON.stringify(values)]));

function countTouches({ by, where, range, buckets }: CountRequest): string {
  const keys: Partial<Record<string, string>> = {
    kind: "t.type",
    person: "people.id",
    team: "people.team",
  };
  const key = by && isTime(by) ? 'spans."key"' : ((by && keys[by]) ?? "customers.key");
  const conditions = [
    notAutomated,
    ...(range && !buckets ? ["t.at >= :from", "t.at < :to"] : []),
    ...where.flatMap(({ dimension }) =>
      keys[dimension]
        ? [`${keys[dimension]} IN (SELECT "value" FROM json_each(:${dimension}))`]
        : [],
    ),
  ];
  const parts = [
    'people AS MATERIALIZED (\n  SELECT "value" ->> 0 AS id, "value" ->> 1 AS team FROM json_each(:people))',
    'customers AS MATERIALIZED (\n  SELECT "value" ->> 0 AS contact, "value" ->> 1 AS owner, "value" ->> 2 AS key FROM json_each(:rows))',
    ...(buckets ? [spansSql] : []),
    `"counted" AS (
  SELECT ${key} AS "key", NULL AS "currency", 1 AS "weight"
  FROM customers CROSS JOIN touches t ON t.contact = customers.contact
  JOIN people ON people.id = iif(t.type IN ${ours} AND json_valid(t.props),
    coalesce(t.props ->> '$.personId', customers.owner), customers.owner)${
      buckets ? '\n  JOIN "spans" spans ON t.at >= spans."from" AND t.at < spans."to"' : ""
    }
  WHERE ${conditions.join("\n    AND ")}
  LIMIT :mostRows)`,
  ];
  return `WITH ${parts.join(",\n")}\n${groupsOf("count")}`;
}

/** From the leads that were accepted (key, contact, at) to the hours until the first word to each. */
export function toContactStep(): Step {
  const text = `WITH accepted AS (
  SELECT "value" ->> 0 AS "key", "value" ->> 1 AS contact, "value" ->> 2 AS at FROM json_each(:rows)),
"counted" AS (
  SELECT "key", NULL AS "currency", 1 AS "weight", ((SELECT min(t.at) FROM touches t
    WHERE t.contact = accepted.contact AND t.at >= accepted.at AND t.type IN ${ours}
      AND ${notAutomated}) - accepted.at) / 3600000.0 AS "value"
  FROM accepted WHERE "value" IS NOT NULL)
${groupsOf("median")}`;
  return { database: "events", takesRows: true, text, parameters: { mostGroups } };
}
