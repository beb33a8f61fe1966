// What most would build first: keep touches in SQLite, and ask at each new one whether its customer has now done what a
// rule wants. Only rules the touch could concern are asked, and each is one indexed query.
import Database from "better-sqlite3";
import type { Condition, Pattern, Rule } from "../../src/core/journey/rules/rule.ts";
import type { Touch } from "../../src/core/model.ts";

export type Requery = {
  /** Stores touches without asking anything. */
  fill(touches: readonly Touch[]): void;
  /** Stores a touch, and gives the number of rules whose steps its customer now has within the window. */
  take(touch: Touch): number;
  close(): void;
};

const table = `
  create table touch (contact text, account text, at integer, type text, page text, dwellSeconds integer,
    campaign text, kind text, video text, percent integer, feature text);
  create index by_contact on touch (contact, at);
  create index by_account on touch (account, at);
`;
const columns = ["page", "dwellSeconds", "campaign", "kind", "video", "percent", "feature"];

export function createRequery(rules: readonly Rule[]): Requery {
  const db = new Database(":memory:");
  db.exec(table);
  const marks = columns.map(() => "?").join(", ");
  const insert = db.prepare(`insert into touch values (?, ?, ?, ?, ${marks})`);
  const queries = rules.map((rule) => {
    const types = new Set(rule.steps.map(({ touch }) => touch));
    return { rule, types, query: db.prepare(toSql(rule)) };
  });
  const store = ({ contactId, accountId, at, type, props }: Touch) =>
    insert.run(contactId, accountId, at, type, ...columns.map((name) => props[name] ?? null));
  return {
    fill: db.transaction((touches: readonly Touch[]) => {
      for (const touch of touches) store(touch);
    }),
    take: (touch) => {
      store(touch);
      const asked = queries.filter(({ types }) => types.has(touch.type));
      return asked.filter(({ rule, query }) => {
        const customer = rule.scope === "account" ? touch.accountId : touch.contactId;
        return query.get({ customer, since: touch.at - rule.withinMs, until: touch.at });
      }).length;
    },
    close: () => db.close(),
  };
}

/** Any order; a sequence costs more still. */
function toSql({ scope, steps }: Rule): string {
  const counts = steps.map(
    (step) => `(select count(*) from own where ${toTerms(step)}) >= ${step.times}`,
  );
  return `with own as materialized (
    select * from touch where ${scope} = @customer and at between @since and @until
  ) select 1 where ${counts.join(" and ")}`;
}

function toTerms({ touch, where }: Pattern): string {
  return [`type = '${touch}'`, ...where.map(toTerm)].join(" and ");
}

const operators: Partial<Record<Condition["op"], string>> = { eq: "=", gt: ">", gte: ">=" };

function toTerm({ prop, op, value }: Condition): string {
  return `${prop} ${operators[op] ?? op} ${typeof value === "string" ? `'${value}'` : value}`;
}
