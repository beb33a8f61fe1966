// A CRM as the source of values and ids, in one word: "crm:hubspot".

const prefix = "crm:";

/** The word for the CRM of this name. */
export function toCrmSource(name: string): string {
  return `${prefix}${name}`;
}

/** The name of the CRM; undefined of a source that is none. */
export function fromCrmSource(source: string): string | undefined {
  return source.startsWith(prefix) ? source.slice(prefix.length) : undefined;
}
