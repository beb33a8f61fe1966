// "new lead: Wang Li, Acme, wang@acme.example, needs 20 seats" -> what can be told apart without a model.

export type NewLeadDraft = {
  name: string;
  company: string;
  email: string;
  phone: string;
  need: string;
};

// Only where an address can begin: a long word without an @ is otherwise tried from each of its letters.
const email = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/u;
const phone = /\+?\d[\d\s()-]{6,18}\d/;

/** The parts are separated by commas: a person, a company, then what they need. Always shown before it is saved. */
export function readNewLead(sentence: string): NewLeadDraft {
  const foundEmail = sentence.match(email)?.[0] ?? "";
  const withoutEmail = sentence.replace(foundEmail, " ");
  const foundPhone = withoutEmail.match(phone)?.[0]?.trim() ?? "";
  const parts = withoutEmail
    .replace(foundPhone, " ")
    .split(/[,，;；、\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const [name = "", company = "", ...need] = parts;
  return { name, company, email: foundEmail, phone: foundPhone, need: need.join(", ") };
}
