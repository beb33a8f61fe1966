// Why two records look like one, in English: a sentence for each code of src/core/identity/duplicates/reasons.ts.
import { byName } from "../../by-name.ts";

type Params = Record<string, string | number>;

const fields: Record<string, string> = byName({
  email: "e-mail",
  phone: "phone",
  domain: "domain",
});

export const duplicates: Record<string, (params: Params) => string> = byName({
  same_company: (p) => `the same company, ${p.value}`,
  company_alike: (p) => `companies ${p.percent} % alike`,
  same_registration: () => "the same company registration",
  other_name: () => "but the names differ",
  other_company: () => "but at different companies",
  other_email: () => "but the e-mails differ",
  other_phone: () => "but the phones differ",
  other_registration: () => "but the registrations differ",
  not_known: (p) =>
    `not known of both: ${Object.keys(p)
      .map((field) => fields[field] ?? field)
      .join(", ")}`,
});
