// Checking a company's code, address, domain or number, in English.
import { byName } from "../../by-name.ts";

type Said = Record<string, string | number>;

export const checks = {
  holds: "Nothing wrong found",
  wrong: "This does not hold",
  unsure: "Nothing wrong found, not everything checked",
  asking: "Looking it up …",
  unknown: "Nothing I can check",
  knows:
    "I check unified social credit codes and old registration numbers of China, VAT numbers of the EU, the United Kingdom and Northern Ireland, LEIs, e-mail addresses, domains and phone numbers: “check 91350100M000100Y43”, “check ana@acme.com for Acme”.",
  types: byName<string>({
    creditCode: "unified social credit code",
    registrationNumber: "registration number before 2015",
    vatId: "VAT number",
    lei: "legal entity identifier",
    email: "e-mail address",
    domain: "domain",
    phone: "phone number",
  }),
  is: (p: { value: string; what: string; country: string }) =>
    p.country ? `${p.value}: ${p.what}, ${p.country}` : `${p.value}: ${p.what}`,
  says: byName<string | ((p: Said) => string)>({
    code_holds: "Both check characters, the 17th and the 18th, fit (GB 11714-1997, GB 32100-2015).",
    code_length: (p: Said) => `It has ${p.length} characters; it takes ${p.wanted}.`,
    code_character: (p: Said) => `Character ${p.position}, “${p.character}”, cannot stand there.`,
    code_check: (p: Said) =>
      `Character ${p.position} would have to be ${p.expected}: it, or one before it, is wrong.`,
    code_check_unknown: "The check figure does not fit the others: one of them is wrong.",
    code_format: (p: Said) => `Numbers of this country look like ${p.wanted}.`,
    vat_holds: (p: Said) => `Its form and check figure fit the rule of ${p.country}.`,
    registration_holds: "The 15th figure fits the others (ISO 7064, MOD 11,10).",
    registration_replaced:
      "What it belongs to: such numbers gave way to 18-character credit codes in 2015. Ask for that code.",
    lei_holds: "Both check figures fit (ISO 17442).",
    email_form: "It is written as an address is (RFC 5321).",
    email_form_wrong: (p: Said) => `“${p.local}” cannot stand before the @.`,
    email_placeholder: "It is an example or a stand-in, nobody's address.",
    email_disposable: (p: Said) => `${p.domain} gives addresses that are thrown away after use.`,
    email_not_disposable: (p: Said) =>
      `Its domain is none of the ${p.count} throw-away services I know.`,
    email_free: (p: Said) => `${p.domain} is a mail service: it says nothing about the company.`,
    email_mailbox: "Whether the mailbox is there: only a message would tell.",
    domain_form: (p: Said) => `It is written as a domain is; the registered one is ${p.domain}.`,
    domain_form_wrong: (p: Said) => `“${p.domain}” cannot be a domain.`,
    domain_reserved: (p: Said) => `${p.domain} is set aside for examples: nobody can have it.`,
    domain_no_suffix: (p: Said) => `${p.domain} does not end as public domains do.`,
    domain_mixed: (p: Said) =>
      `It mixes letters of several alphabets, as names made to look like others do; it is ${p.domain}.`,
    mail_found: (p: Said) => `The domain takes mail at ${p.hosts}.`,
    mail_implicit: (p: Said) =>
      `The domain names no mail server; mail goes to its host, ${p.hosts}.`,
    mail_refused: "The domain says that it takes no mail (RFC 7505).",
    mail_none: "The domain is not there, or nothing there takes mail.",
    host_found: (p: Said) => `The domain is there: ${p.hosts}.`,
    host_none: "Name servers know no such host.",
    dns_off: "Whether the domain is there: looking names up is off (CHECK_DNS).",
    dns_offline: "Whether the domain is there: offline, no name server answers.",
    dns_slow: "Whether the domain is there: the name server did not answer in time.",
    phone_valid: (p: Said) => `${p.number} fits the numbering plan of ${p.country}.`,
    phone_possible: (p: Said) => `${p.number} has the right length, but no number there begins so.`,
    phone_wrong: "It is no whole phone number; write it with the country, such as +49 30 …",
    phone_placeholder: "It is an example or a stand-in, nobody's number.",
    phone_called: "Whose number it is: nobody was called.",
    register_found: (p: Said) =>
      p.name
        ? `${p.register} knows it as ${p.name}, in force.`
        : `${p.register} knows it, in force.`,
    register_inactive: (p: Said) => `${p.register} knows it as ${p.name}, no longer in force.`,
    register_none: (p: Said) => `${p.register} does not know it.`,
    register_busy: (p: Said) =>
      `Whose it is: ${p.register} asks for patience. Try again in a minute.`,
    register_away: (p: Said) => `Whose it is: ${p.register} does not answer. Try again later.`,
    register_slow: (p: Said) => `Whose it is: ${p.register} did not answer in time.`,
    register_strange: (p: Said) => `Whose it is: ${p.register} answered in a form I do not know.`,
    register_off:
      "Whose it is: no register is connected (the operator sets REGISTER_GLEIF or REGISTER_VIES).",
    register_uncovered: "Whose it is: no connected register covers it.",
  }),
  entry: {
    name: (p: { register: string }) => `Name in ${p.register}`,
    otherNames: "Other names",
    country: "Country",
    creditCode: "Credit code",
    address: "Address",
    foundedYear: "Founded",
    link: "Look there",
  },
  checkedOn: (p: { day: string; time: string }) => `Checked on ${p.day}, ${p.time}.`,
  limits: "A code that adds up may still belong to another company: only a register knows.",
  differs: (p: { ours: string; theirs: string; source: string }) =>
    `The names differ: ${p.ours} here, ${p.theirs} in ${p.source}. Make sure it is the same company.`,
  already: (p: { customer: string }) => `${p.customer} has this already.`,
  leavesNames:
    "A domain or e-mail's domain that you check is asked of this machine's name servers.",
  leavesCodes: (p: { hosts: string }) => `A code that you check is asked of ${p.hosts}.`,
  fields: byName<string>({
    name: "Name",
    creditCode: "Credit code",
    vatId: "VAT number",
    domain: "Domain",
    country: "Country",
    foundedYear: "Founded",
  }),
  offer: {
    verified: (p: { source: string }) => `Would be kept as verified by ${p.source}:`,
    stated: "Would be kept as said by you, not verified:",
    write: (p: { customer: string }) => `Write to ${p.customer}`,
    which: "Customer",
    whichHint: "whose it is, as you call them",
    writeTo: "Write",
    instead: (p: { field: string; value: string }) =>
      `It takes the place of ${p.field} ${p.value}.`,
    done: (p: { customer: string }) => `Written to ${p.customer}`,
    asVerified: (p: { source: string; day: string }) => `Verified by ${p.source} on ${p.day}.`,
    asStated: (p: { day: string }) => `Said by you on ${p.day}; not verified.`,
    nobody: "You have no customer of that name.",
    several: "Several customers are called so. Say more of the name.",
    refused: byName<string>({
      forbidden: "You may not change this customer.",
      missing: "This customer is gone.",
      invalid: "This value was not accepted.",
      contract: "A data contract does not allow it.",
    }),
  },
};
