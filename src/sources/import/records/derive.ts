// What follows from what a row says: a full name, a deal's status, a title people recognise.
import type { CompiledFile } from "../mapping/compile.ts";
import type { Row } from "../read/rows.ts";
import type { Fields, Interpreted } from "./interpret.ts";
import { toProps } from "./props.ts";

/** Completes a row by the rules of its kind. */
export function derive(file: CompiledFile, result: Interpreted, row: Row): void {
  joinName(result, file.kind === "leads" ? result.contact : result.set);
  const { currencySign } = result.raw;
  if (currencySign && !result.set.currency) result.set.currency = currencySign;
  if (file.kind === "deals") deriveDeal(result);
  if (file.kind === "leads") deriveLead(result);
  if (file.kind === "touches") result.props = toProps(file, result.raw.props, row);
}

function joinName({ raw }: Interpreted, place: Fields): void {
  const { firstName = "", lastName = "" } = raw;
  if (place.name || (!firstName && !lastName)) return;
  const isHan = /\p{Script=Han}/u.test(firstName + lastName);
  place.name = isHan ? lastName + firstName : `${firstName} ${lastName}`.trim();
}

function deriveDeal({ set, raw }: Interpreted): void {
  const closed = [set.stage, set.status].find((word) => word === "won" || word === "lost");
  if (closed) {
    set.stage = closed;
    set.status = closed;
    // One "close date" column is the plan of an open deal and the fact of a closed one.
    if (set.closedAt === undefined && set.closeDate) set.closedAt = set.closeDate;
  } else if (set.stage || set.status) {
    set.status = "open";
  }
  if (!set.name) set.name = nameOfDeal(raw);
}

/** "Acme · Press 200"; what says nothing about the customer gets its id beside it. */
function nameOfDeal({ account, product, lead, owner, id }: Interpreted["raw"]): string | undefined {
  if (account) return join(account, product);
  return join(product ?? lead ?? owner, id);
}

function deriveLead({ set, raw, contact }: Interpreted): void {
  if (set.outcome === undefined && set.status === "converted") set.outcome = "won";
  if (set.outcome === undefined && set.status === "lost") set.outcome = "lost";
  if (set.status === undefined && set.outcome) {
    set.status = set.outcome === "won" ? "converted" : "lost";
  }
  if (!set.title) set.title = titleOfLead(raw, contact);
}

function titleOfLead(raw: Interpreted["raw"], contact: Fields): string | undefined {
  const name = typeof contact.name === "string" ? contact.name : undefined;
  const need = raw.need?.replace(/\s+/g, " ").slice(0, 80);
  return (
    join(name, raw.account) ??
    need ??
    raw.contact ??
    join(raw.source, raw.product, raw.territory) ??
    (typeof contact.email === "string" ? contact.email : undefined) ??
    join(raw.id) ??
    join(raw.phone, raw.owner)
  );
}

function join(...parts: (string | undefined)[]): string | undefined {
  const known = parts.filter((part) => part !== undefined && part !== "");
  return known.length > 0 ? known.join(" · ").slice(0, 300) : undefined;
}
