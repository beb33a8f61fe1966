// The contract rate of each department as a table to take along: team, whose job the field is, field.
import type { Person, Team } from "../../model.ts";
import type { Contract } from "../contracts/contract.ts";
import { rateOf } from "./metric.ts";
import { type Cell, sumBy } from "./tally.ts";

type Given = {
  people: readonly Person[];
  teams: readonly Team[];
  contracts: readonly Contract[];
  /** What stands for the team of anybody else. */
  others: string;
};

/** Rows of text, the head included: how many of a field's values keep their contract. */
export function departmentRows(cells: readonly Cell[], given: Given) {
  const { people, teams, contracts, others } = given;
  const nameOf = new Map(teams.map(({ id, name }) => [id, name]));
  const teamOf = new Map(people.map(({ id, teamId }) => [id, nameOf.get(teamId ?? "") ?? ""]));
  const dutyOf = new Map(contracts.map(({ id, owner }) => [id, owner]));
  const rows = sumBy(
    cells.filter(({ metric }) => metric === "kept"),
    ({ ownerId, field }) => [
      [ownerId ? (teamOf.get(ownerId) ?? others) : "", dutyOf.get(field) ?? "", field].join("\t"),
    ],
  );
  const body = [...rows]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, count]) => [
      ...key.split("\t"),
      ...[count.kept, count.total, (rateOf(count) ?? 0).toFixed(4)].map(String),
    ]);
  return [["team", "owner", "field", "kept", "total", "rate"], ...body];
}

/** As CSV (RFC 4180), with the mark by which spreadsheets know UTF-8; a cell never begins a formula. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  const cell = (value: string) => {
    const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}
