// Importing files: what is shown before, meanwhile and after, in English.
import { byName } from "../../by-name.ts";
import type { ImportField } from "../../importing/fields.ts";
import type {
  ImportCommand,
  NoteParams,
  RejectionCode,
  WarningCode,
} from "../../importing/model.ts";

type Told = NoteParams & { count: number; file: string };

const values = (count: number) => (count === 1 ? "1 value" : `${count} values`);
const rows = (count: number) => (count === 1 ? "1 row" : `${count} rows`);
const inColumn = ({ column, file }: Told) => `${file}${column ? `, column ${column}` : ""}`;
const such = ({ example }: Told) => (example ? `, such as "${example}"` : "");

const kinds: Record<ImportCommand, string> = {
  accounts: "accounts",
  contacts: "contacts",
  people: "people",
  leads: "leads",
  deals: "deals",
  touches: "touches",
  products: "products",
  crm: "a folder of several",
};

const things: Record<string, string> = byName({
  account: "account",
  contact: "contact",
  deal: "deal",
  lead: "lead",
  person: "person",
  product: "product",
  team: "team",
});
const thing = (to: unknown) => things[String(to)] ?? "record";

const fields: Record<ImportField, string> = {
  id: "Id in the source",
  name: "Name",
  firstName: "First name",
  lastName: "Last name",
  email: "E-mail",
  phone: "Phone",
  title: "Title",
  jobTitle: "Job title",
  account: "Company",
  contact: "Contact",
  domain: "Website",
  industry: "Industry",
  industries: "Industries",
  segment: "Segment",
  employees: "Employees",
  revenue: "Revenue (millions)",
  currency: "Currency",
  country: "Country",
  territory: "Region",
  territories: "Regions",
  foundedYear: "Founded",
  creditCode: "Social credit code",
  vatId: "VAT number",
  parent: "Parent company",
  owner: "Owner",
  createdAt: "Created",
  series: "Series",
  price: "Price",
  role: "Role",
  team: "Team",
  manager: "Manager",
  timeZone: "Time zone",
  language: "Language",
  languages: "Languages",
  licences: "Licences",
  capacity: "Capacity",
  hiredAt: "Hired",
  active: "Active",
  product: "Product",
  source: "Source",
  status: "Status",
  outcome: "Outcome",
  need: "Need",
  budget: "Budget",
  budgetStatus: "Budget status",
  selfSourced: "Brought in by the rep",
  closedAt: "Closed",
  lead: "Lead",
  stage: "Stage",
  amount: "Amount",
  nextStep: "Next step",
  nextStepDate: "Next step on",
  decisionMaker: "Decision maker",
  competitor: "Competitor",
  lossReason: "Why it was lost",
  openedAt: "Opened",
  closeDate: "Expected close",
  type: "What happened",
  at: "When",
  receivedAt: "Arrived",
  anonymousId: "Visitor id",
  props: "Properties",
};
const field = (name: unknown) => (fields as Record<string, string>)[String(name)] ?? String(name);

const skipped: Record<string, string> = byName({
  unknown_kind: "its columns are none we know. Import it alone and say what it holds.",
  no_rows: "it has a header and no rows.",
});

const warnings: Record<WarningCode, (told: Told) => string> = {
  unresolved_reference: (p) =>
    `${inColumn(p)}: ${values(p.count)} without a ${thing(p.to)} of that name or id${such(p)}. Stored empty; the original is kept.`,
  ambiguous_reference: (p) =>
    `${inColumn(p)}: ${values(p.count)} could mean more than one ${thing(p.to)}${such(p)}. Stored empty; the original is kept.`,
  unknown_visitor: (p) =>
    `${inColumn(p)}: ${values(p.count)} without a contact of that id, e-mail or phone${such(p)}. Kept as visitors, who may become contacts.`,
  created_by_reference: (p) =>
    `${inColumn(p)}: ${p.count} of kind ${thing(p.to)} made because a row names them${such(p)}. They are no source records and are not counted.`,
  promoted_by_reference: (p) =>
    `${inColumn(p)}: ${p.count} made manager because others report to them${such(p)}.`,
  masked_value: (p) =>
    `${inColumn(p)}: ${values(p.count)} masked${such(p)}. They identify nobody: stored empty; the original is kept.`,
  bad_value: (p) =>
    `${inColumn(p)}: ${values(p.count)} could not be read as ${field(p.field)}${such(p)}. Stored empty; the original is kept.`,
  unknown_value: (p) =>
    `${inColumn(p)}: ${values(p.count)} not known as ${field(p.field)}${such(p)}. Stored empty; the original is kept. A mapping can say what they mean (values).`,
  refused_value: (p) =>
    `${inColumn(p)}: ${values(p.count)} refused as ${field(p.field)}${such(p)}. Left out; the original is kept.`,
  taken_value: (p) =>
    `${inColumn(p)}: ${values(p.count)} that somebody else already has${such(p)}. Stored empty; the original is kept.`,
  ambiguous_date: (p) =>
    `${inColumn(p)}: nothing in the file says whether dates${such(p)} begin with the day or the month. Read as ${p.order === "mdy" ? "month, day, year" : "day, month, year"}; a mapping can say otherwise (order).`,
  duplicate_id: (p) =>
    `${inColumn(p)}: ${rows(p.count)} with an id that an earlier row has${such(p)}. The first row counts.`,
  duplicate_row: (p) =>
    `${inColumn(p)}: ${rows(p.count)} that an earlier row says word for word${such(p)}. Each is a lead of its own; give one up if it was pasted twice.`,
  short_row: (p) =>
    `${p.file}: ${rows(p.count)} with fewer cells than the header. The missing ones are empty.`,
  skipped_file: (p) => `${p.file} is left out: ${skipped[p.reason ?? ""] ?? p.reason}`,
};

const rejections: Record<RejectionCode, (params: NoteParams) => string> = {
  lacks_essentials: (p) =>
    `It lacks what makes it one of the ${kinds[p.kind as ImportCommand] ?? p.kind}: ${String(p.fields).split(", ").map(field).join(" or ")}.`,
  too_many_cells: (p) => `It has ${p.cells} cells where the header has ${p.columns}.`,
  bad_json: () => "It is not valid JSON.",
  not_an_object: () => "It is not a JSON object.",
  forbidden: () => "You may not write this record.",
  contract: (p) => `A data contract refuses it: ${p.message}`,
  invalid: (p) => `It is no valid record: ${p.message}`,
};

export const importing = {
  kinds,
  fields: fields as Record<string, string>,
  warnings,
  rejections,
  preview: {
    title: (p: { name: string }) => `Import ${p.name}?`,
    subtitle: (p: { count: string; kind: string }) => `${p.count} ${p.kind}`,
    summary: (p: { name: string }) => `${p.name} is ready to import: check the columns`,
    columnsHint: "What each column becomes. Correct what is wrong.",
    leftOut: "leave out",
    example: (p: { values: string }) => `for example ${p.values}`,
    firstRows: "The first rows, as they would be stored",
    line: "Line",
    rows: "Rows",
    file: "File",
    kind: "Holds",
    unmapped: (p: { columns: string }) => `Left out: ${p.columns}`,
    moreColumns: (p: { count: number }) => `${p.count} more columns stay as guessed.`,
    confirm: "Import",
    cancel: "Cancel",
    unreadable: "not stored",
    warnings: "To know before",
  },
  cancelled: (p: { name: string }) => `${p.name} is not imported. Nothing was stored.`,
  progress: {
    title: (p: { name: string }) => `Importing ${p.name}`,
    label: (p: { done: string; total: string; kind: string }) =>
      `${p.done} of ${p.total} ${p.kind}`,
    summary: (p: { name: string }) => `${p.name} is being imported`,
  },
  done: {
    title: (p: { name: string }) => `${p.name} is imported`,
    subtitle: (p: { rejected: number }) =>
      p.rejected === 0 ? "Every row is in." : `${rows(p.rejected)} could not be stored.`,
    summary: (p: { name: string }) => `${p.name} is imported`,
    stored: "Now stored from these files",
    rejected: (p: { count: number }) => `Rows not stored (${p.count})`,
    line: "Line",
    reason: "Why",
    firstOnly: (p: { shown: number; count: number }) => `The first ${p.shown} of ${p.count}.`,
    warnings: (p: { count: number }) => `To know (${p.count})`,
    again: "Importing the same file again changes nothing.",
  },
};
