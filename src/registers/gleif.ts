// The Global LEI Index, open to everybody without a key: companies with a legal entity identifier, and the number their
// own register knows them by (gleif.org, "GLEIF API": GET /lei-records, JSON:API). It holds some companies, not all.
import { z } from "zod";
import type { Entry, Subject } from "../core/pipeline/checks/company/checked.ts";
import { type Register, RegisterSilent } from "../core/pipeline/checks/company/ports.ts";
import { askJson, type RegisterOptions } from "./ask-json.ts";

export function createGleif(options: RegisterOptions): Register {
  return {
    ...{ label: "GLEIF", host: new URL(options.baseUrl).host, isWhole: false },
    covers: ({ type }) => type === "lei" || type === "creditCode",
    async find(subject) {
      const said = await askJson(options, { path: pathFor(subject) });
      if (said === undefined) return undefined;
      const read = answer.safeParse(said);
      if (!read.success) throw new RegisterSilent("strange", "GLEIF answered in another form.");
      const { data } = read.data;
      const records = Array.isArray(data) ? data : [data];
      const fitting = records.filter((record) => isMeant(record, subject));
      // A number has one record in force; older ones are merged or retired.
      return fitting
        .map(toEntry)
        .sort((one, other) => Number(other.isActive) - Number(one.isActive))[0];
    },
  };
}

function pathFor({ type, value }: Subject): string {
  if (type === "lei") return `/lei-records/${encodeURIComponent(value)}`;
  const query = new URLSearchParams({
    "filter[entity.registeredAs]": value,
    "page[size]": "10",
  });
  return `/lei-records?${query}`;
}

const name = z.object({ name: z.string() });
const record = z.object({
  id: z.string(),
  attributes: z.object({
    entity: z.object({
      legalName: name,
      otherNames: z.array(name).nullish(),
      transliteratedOtherNames: z.array(name).nullish(),
      legalAddress: z.object({
        addressLines: z.array(z.string()).nullish(),
        city: z.string().nullish(),
        country: z.string().nullish(),
        postalCode: z.string().nullish(),
      }),
      registeredAs: z.string().nullish(),
      status: z.string().nullish(),
      creationDate: z.string().nullish(),
    }),
  }),
});
type LeiRecord = z.output<typeof record>;
const answer = z.object({ data: z.union([record, z.array(record)]) });

/** The index may answer with what is only like the number. */
function isMeant({ id, attributes: { entity } }: LeiRecord, { type, value }: Subject): boolean {
  if (type === "lei") return id === value;
  const number = (entity.registeredAs ?? "").toUpperCase().replace(/[\s\-_.]+/g, "");
  return number === value && entity.legalAddress.country === "CN";
}

function toEntry({ id, attributes: { entity } }: LeiRecord): Entry {
  const { legalName, legalAddress: place, registeredAs, status, creationDate } = entity;
  const others = [...(entity.otherNames ?? []), ...(entity.transliteratedOtherNames ?? [])];
  const lines = [...(place.addressLines ?? []), place.city, place.postalCode, place.country];
  const year = Number(creationDate?.slice(0, 4));
  return {
    ...{ register: "GLEIF", name: legalName.name, otherNames: others.map((one) => one.name) },
    country: place.country ?? null,
    creditCode: place.country === "CN" && registeredAs ? registeredAs : null,
    address: lines.filter(Boolean).join(", ") || null,
    foundedYear: year >= 1000 && year <= 2200 ? year : null,
    isActive: status !== "INACTIVE",
    url: `https://search.gleif.org/#/record/${id}`,
  };
}
